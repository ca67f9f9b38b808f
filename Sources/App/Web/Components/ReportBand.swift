import Core
import Foundation

/// What a check found, first and largest, with the badge it is about.
struct ReportBand: Component {
    let report: PageReport
    /// Where the picture stands.
    let picture: String
    let isDone: Bool

    var html: HTML {
        let words = ReportWords(report: report)
        let reason: HTML? = words.reason.isEmpty ? nil : "<span dir=\"auto\">\(words.reason)</span> "
        let time: HTML =
            isDone
            ? Words.html(.reportCheckedOn, ["moment": DateText(report.checkedAt, hasTime: true).html])
            : "\(Words[.reportSlow])"
        guard let facts = report.contents, isDone || !facts.name.isEmpty else {
            return """
                <article class="verdict verdict-\(tone)"><div class="verdict-band" role="status">\
                <span class="verdict-mark">\(Icon(isDone ? .question : .search))</span><div>\
                <h1 class="verdict-say" dir="auto">\(words.sentence)</h1><p>\(reason)\(time)</p></div></div></article>
                """
        }
        return VerdictBand(
            kind: words.kind,
            sentence: words.sentence,
            detail: "\(reason)\(time)",
            credential: Credential(
                name: facts.name.isEmpty ? Words[.importNameless] : facts.name,
                person: facts.issuerName,
                verb: Words[.reportAwarded],
                text: facts.description,
                picture: picture,
                pictureText: "",
                facts: FactsList(Self.facts(facts, report.version))
            )
        ).html
    }

    private var tone: HTML { isDone ? "warn" : "neutral" }

    private static func facts(_ facts: CheckedBadge, _ version: String) -> [FactsList.Fact] {
        var list = facts.issuerName.isEmpty ? [] : [FactsList.Fact(Words[.issuedBy], issuer(facts))]
        if let date = facts.issuedOn { list.append(FactsList.Fact(Words[.issuedOn], DateText(date).html)) }
        if let date = facts.expires { list.append(FactsList.Fact(Words[.importGoodUntil], DateText(date).html)) }
        if !version.isEmpty { list.append(FactsList.Fact(Words[.reportKind], text: "Open Badges \(version)")) }
        return list
    }

    private static func issuer(_ facts: CheckedBadge) -> HTML {
        let host = facts.issuerURL.flatMap { URL(string: $0)?.host() }
        let at: HTML? = host.map { " \(Pill($0, prefix: Words[.issuedAtHost]))" }
        return "<span dir=\"auto\">\(facts.issuerName)</span>\(at)"
    }
}
