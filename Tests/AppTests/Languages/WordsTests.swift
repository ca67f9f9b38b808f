import Foundation
import Testing

@testable import App

@Suite("Words")
struct WordsTests {
    @Test(
        "have a form for every number (CLDR)",
        arguments: [
            (Language.english, [0: "other", 1: "one", 2: "other"]),
            (.french, [0: "one", 1: "one", 2: "other", 1_000_000: "many"]),
            (.brazilian, [0: "one", 1: "one", 2: "other", 2_000_000: "many"]),
            (.spanish, [0: "other", 1: "one", 1_000_000: "many", 1_000_001: "other"]),
            (.japanese, [0: "other", 1: "other"]), (.hebrew, [0: "other", 1: "one", 2: "two", 20: "other"]),
            (
                .arabic,
                [
                    0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other",
                    102: "other", 103: "few", 111: "many", 1_000: "other",
                ]
            ),
        ]
    )
    func plurals(language: Language, forms: [Int: String]) {
        for (number, form) in forms { #expect(language.pluralRule.form(of: number).rawValue == form, "\(number)") }
    }

    @Test("fill placeholders with any text, and numbers into the right form")
    func filled() {
        #expect(Words.in(.english).text(.listButton, ["count": 1985]) == "Award 1,985 badges")
        #expect(Words.in(.english).text(.listButton, ["count": 1]) == "Award 1 badge")
        #expect(Words.in(.arabic).text(.listButton, ["count": 2]) == "منح شارتين")
        #expect(Words.in(.arabic).text(.listButton, ["count": 11]) == "منح 11 شارة")
        #expect(Words.in(.german).text(.continueWith, ["provider": "{count} 🏅"]) == "Weiter mit {count} 🏅")
    }

    private static let moment = Date(timeIntervalSince1970: 1_795_475_640)

    @Test(
        "write dates as their readers do",
        arguments: [
            (Language.english, "23 November 2026"), (.german, "23. November 2026"), (.french, "23 novembre 2026"),
            (.spanish, "23 de noviembre de 2026"), (.brazilian, "23 de novembro de 2026"), (.japanese, "2026年11月23日"),
            (.arabic, "23 نوفمبر 2026"), (.hebrew, "23 בנובמבר 2026"),
        ]
    )
    func dates(language: Language, text: String) {
        #expect(Words.in(language).date(Self.moment) == text)
    }

    @Test("write times in the reader's zone, and name it")
    func zones() throws {
        var words = Words.in(.english)
        #expect(words.dateAndTime(Self.moment) == "23 November 2026, 23:14 UTC")
        words.zone = try #require(TimeZone(identifier: "Asia/Tokyo"))
        #expect(words.dateAndTime(Self.moment).hasPrefix("24 November 2026, 08:14 "))
    }

    @Test(
        "group digits as their readers do",
        arguments: [
            (Language.english, "1,234,567", "1,985"), (.german, "1.234.567", "1.985"), (.spanish, "1.234.567", "1985"),
            (.french, "1\u{202F}234\u{202F}567", "1\u{202F}985"),
        ]
    )
    func numbers(language: Language, million: String, thousand: String) {
        #expect(Words.in(language).number(1_234_567) == million && Words.in(language).number(1_985) == thousand)
        #expect(Words.in(language).number(-12) == "-12" && Words.in(language).number(Int.min).hasPrefix("-9"))
    }

    @Test(
        "are chosen by what the browser accepts",
        arguments: [
            ("de-AT,de;q=0.9,en;q=0.8", Language.german), ("pt", .brazilian), ("pt-PT", .brazilian),
            ("zh,ja;q=0.5", .japanese),
            ("en;q=0.5,ar;q=0.9", .arabic), ("iw-IL", .hebrew), ("fr;q=0,es", .spanish), ("*", nil), ("", nil),
            (";;;,,q=1", nil), ("xx;q=nan,🏅", nil),
        ] as [(String, Language?)]
    )
    func accepted(header: String, language: Language?) {
        #expect(Language(accepting: header) == language)
    }

    @Test("are found quickly in a header of 10 kB")
    func longHeader() {
        #expect(Language(accepting: String(repeating: "xx-", count: 3_500)) == nil)
        #expect(Language(accepting: String(repeating: "xx,", count: 3_500)) == nil)
    }
}
