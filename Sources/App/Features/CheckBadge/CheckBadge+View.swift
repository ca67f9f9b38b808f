import Core
import Foundation

extension CheckBadge {
    func startPage(_ problems: [FormProblem], _ text: String, _ context: PortalContext) -> Page {
        Page(
            title: "Check a badge",
            body: """
                \(PageHeading("Check a badge", lead: "Is it real, and does it still count? Any Open Badge, from anybody."))\
                \(ErrorSummary(title: "There is nothing to check yet", errors: problems.map { ErrorSummary.Entry(field: $0.field, text: $0.message) }))\
                <form class="narrow" method="post" action="/verify" enctype="multipart/form-data">\
                <div class="card">\(BadgeInput(problems: problems, text: text))\
                \(Button("Check badge", kind: .main, isLarge: true))</div><p class="small soft after-form">We keep nothing but the result, for half an hour, and only you know its address. \
                A screenshot does not carry the badge: ask for the file or the link.</p></form>
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
        "<div class=\"row after-verdict\">\(ButtonLink("Check another", href: "/verify", kind: .main, icon: .search))</div>"
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
            title: "What we check",
            content: CheckList(words.rows(isDone: isDone)).html
        )
        guard isDone else { return "<div class=\"split\"><div class=\"stack\">\(checked)</div></div>" }
        let tags = report.contents?.tags ?? []
        let skills: Card? = tags.isEmpty ? nil : Card(id: "skills", title: "Skills", content: TagList(tags: tags).html)
        let links = LinkList([
            LinkList.Row(title: "This report", href: "/verify/\(token)/report.json", note: "JSON", isDownload: true),
            LinkList.Row(title: "Check another badge", href: "/verify", icon: .search),
        ])
        return """
            <div class="split"><div class="stack">\(checked)\(criteria(report))\(skills)</div><div class="stack">\
            \(compare(report, token, comparison))\(Card(id: "more", title: "Go on", content: links.html, isForScreensOnly: true))\
            </div></div>
            """
    }

    private func criteria(_ report: PageReport) -> Card? {
        guard let text = report.contents?.criteria, !text.isEmpty else { return nil }
        return Card(
            id: "did",
            title: "What it took to earn it",
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
        return Card(id: "who", title: "Is this the right person?", content: form.html, isForScreensOnly: true)
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
