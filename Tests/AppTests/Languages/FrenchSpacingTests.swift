import Testing

@testable import App

@Suite("French spacing")
struct FrenchSpacingTests {
    @Test(
        "keeps marks with the word before them, and quotation marks with what they quote",
        arguments: [
            ("Vide ? Non ; oui : là !", "Vide\u{A0}? Non\u{A0}; oui\u{A0}: là\u{A0}!"),
            ("« Étape » 🏅", "«\u{A0}Étape\u{A0}» 🏅"), ("a:b c", "a:b c"), (" ", " "), ("", ""), ("fin ", "fin "),
        ]
    )
    func kept(text: String, expected: String) {
        #expect(String(decoding: FrenchSpacing.kept(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test("is in what people read")
    func catalogue() {
        #expect(Words.in(.french).text(.shareEmptyForm).contains("vide\u{A0}?"))
    }
}
