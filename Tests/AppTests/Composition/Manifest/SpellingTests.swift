import Testing

@testable import App

@Suite("Spelling") struct SpellingTests {
    @Test(
        "counts one for a letter added, left out, changed or swapped",
        arguments: [
            ("", "", 0), ("", "ab", 2), ("ab", "ba", 1), ("abc", "ac", 1), ("ac", "abc", 1), ("abc", "axc", 1),
            ("kitten", "sitting", 3), ("ca", "abc", 3),
        ]
    )
    func distance(first: String, second: String, distance: Int) {
        #expect(Spelling.distance(Array(first), Array(second)) == distance)
    }

    @Test(
        "proposes only what is close",
        arguments: [
            ("enabeld", "enabled"), ("ENABLED", "enabled"), ("it", "id"), ("foo", nil), ("", nil),
            ("configuration", nil), ("confg", "config"), (String(repeating: "e", count: 1_000_000), nil),
        ]
    )
    func closest(text: String, word: String?) {
        #expect(Spelling.closest(to: text, among: ["id", "type", "enabled", "config"]) == word)
    }
}
