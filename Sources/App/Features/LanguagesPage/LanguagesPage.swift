import Core
import Foundation
import Hummingbird

/// How complete each language is, and how it writes numbers and dates.
///
/// `GET /admin/languages`.
struct LanguagesPage {
    private static let numbers = [0, 1, 2, 3, 11, 100, 1_000_000]

    let site: Site

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/languages") { _, context in
            _ = try context.require(.administrator)
            return site.response(page(context), context)
        }
    }

    private func page(_ context: PortalContext) -> Page {
        let languages = Language.allCases.map(site.words)
        let isComplete = languages.allSatisfy(\.missing.isEmpty)
        return Page(
            title: Words[.languagesWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.languagesWord], lead: "\(Words[isComplete ? .languagesLead : .languagesLeadMissing])"))\
                \(AdminNav(current: "/admin/languages"))
                <div class="stack">\(languages.map { card($0, context.formFields) })</div>
                """
        )
    }

    private func card(_ words: Words, _ formFields: HTML) -> HTML {
        let (language, missing) = (words.language, words.missing)
        let total = Phrase.allCases.count
        let count = Words.say(
            .languageComplete,
            ["count": .count(total - missing.count), "total": .count(total)]
        )
        let tag = HTML(escaping: language.tag)
        return """
            <section class="card" aria-labelledby="in-\(tag)"><h2 id="in-\(tag)"><span lang="\(tag)" dir="auto">\
            \(language.name)</span> <code dir="ltr">\(tag)</code></h2>\
            <p>\(missing.isEmpty ? Pill(Words[.languageWhole], tone: .ok, icon: .check) : Pill(Words[.languageParts], tone: .warn, icon: .warning)) \
            \(count)</p>\(list(missing))<details><summary>\(Words[.languageSamples])</summary>\(samples(words))</details>\
            <form method="post" action="/language">\(formFields)<input type="hidden" name="return_to" value="/badges">\
            \(Button(Words.say(.languageSee, ["language": .text(language.name)]), name: "language", value: language.tag))\
            </form></section>
            """
    }

    /// What stands in English meanwhile.
    private func list(_ missing: [Phrase]) -> HTML? {
        guard !missing.isEmpty else { return nil }
        let summary = Words.say(.languageMissing, ["count": .count(missing.count)])
        let items = missing.map { phrase -> HTML in "<li><code dir=\"ltr\">\(phrase.name)</code></li>" }
        return "<details><summary>\(summary)</summary><ul>\(items)</ul></details>"
    }

    /// One number for each plural form that the language has, with a date.
    private func samples(_ words: Words) -> HTML {
        var forms: Set<PluralRule.Form> = []
        let numbers = Self.numbers.filter { forms.insert(words.language.pluralRule.form(of: $0)).inserted }
        let lines = numbers.map { words.text(.hoursAgo, ["count": .count($0)]) }
        let texts = (lines + [words.dateAndTime(site.now()), words.number(1_234_567)]).map { line -> HTML in
            "<li>\(line)</li>"
        }
        let direction: HTML = words.language.isRightToLeft ? "rtl" : "ltr"
        return "<ul lang=\"\(words.language.tag)\" dir=\"\(direction)\">\(texts)</ul>"
    }
}
