import Core
import Foundation

extension CheckBadge {
    func startPage(_ problems: [FormProblem], _ text: String, _ context: PortalContext) -> Page {
        Page(
            title: Words[.checkABadge],
            body: """
                \(PageHeading(Words[.checkABadge], lead: "\(Words[.verifyLead])"))\
                \(ErrorSummary(title: Words[.verifyNothingYet], errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))\
                <form class="narrow" method="post" action="/verify" enctype="multipart/form-data">\
                <div class="card">\(BadgeInput(problems: problems, text: text))\
                \(Button(Words[.verifyButton], kind: .main, isLarge: true))</div><p class="small soft after-form">\(Words[.verifyPrivacy])</p></form>
                """
        )
    }

    func resultPage(_ check: BadgeCheck, _ token: String, _ comparison: Verification.Comparison?) throws -> Page {
        let (report, isDone) = try check.known(at: site.now())
        let words = ReportWords(report: report)
        let name = report.contents.map { $0.name.isEmpty ? "" : ": \($0.name)" } ?? ""
        return Page(
            title: words.sentence + name,
            body: """
                \(ReportBand(report: report, picture: "/verify/\(token)/picture", isDone: isDone))\
                \(isDone && report.contents == nil ? again : split(report, words, token, isDone, comparison))
                """,
            head: WaitingPage.head(isDone: isDone)
        )
    }

    private var again: HTML {
        "<div class=\"row after-verdict\">\(ButtonLink(Words[.verifyAnother], href: "/verify", kind: .main, icon: .search))</div>"
    }

    private func split(
        _ report: PageReport,
        _ words: ReportWords,
        _ token: String,
        _ isDone: Bool,
        _ comparison: Verification.Comparison?
    ) -> HTML {
        let checked = Card(
            id: "checked",
            title: Words[.verifyWhat],
            content: CheckRows(words.rows(isDone: isDone)).html
        )
        guard isDone else { return "<div class=\"split\"><div class=\"stack\">\(checked)</div></div>" }
        let tags = report.contents?.tags ?? []
        let skills: Card? =
            tags.isEmpty ? nil : Card(id: "skills", title: Words[.skills], content: TagList(tags: tags).html)
        let links = LinkList([
            LinkList.Row(
                title: Words[.verifyReport],
                href: "/verify/\(token)/report.json",
                note: "JSON",
                isDownload: true
            ),
            LinkList.Row(title: Words[.verifyAnother], href: "/verify", icon: .search),
        ])
        return """
            <div class="split"><div class="stack">\(checked)\(criteria(report))\(skills)</div><div class="stack">\
            \(compare(report, token, comparison))\(Card(id: "more", title: Words[.verifyGoOn], content: links.html, isForScreensOnly: true))\
            </div></div>
            """
    }

    private func criteria(_ report: PageReport) -> Card? {
        guard let text = report.contents?.criteria, !text.isEmpty else { return nil }
        return Card(
            id: "did",
            title: Words[.whatItTook],
            content: "<div class=\"text\" dir=\"auto\">\(Markdown.html(text))</div>"
        )
    }

    private func compare(
        _ report: PageReport,
        _ token: String,
        _ comparison: Verification.Comparison?
    ) -> Card? {
        guard report.recipient?.namesAddress == true else { return nil }
        let form = ComparisonForm(action: "/verify/\(token)/comparison#who", comparison: comparison)
        return Card(id: "who", title: Words[.rightPerson], content: form.html, isForScreensOnly: true)
    }
}

/// Loads itself again until the check is done, with and without script.
enum WaitingPage {
    static func head(isDone: Bool) -> HTML {
        isDone
            ? "<meta name=\"robots\" content=\"noindex\">"
            : """
            <meta name="robots" content="noindex"><meta name="laurel-reload" content="1000">\
            <noscript><meta http-equiv="refresh" content="2"></noscript>
            """
    }
}
