import Testing

@testable import Storage

@Suite("Search text")
struct SearchTextTests {
    @Test(
        "is the same for texts that look the same",
        arguments: [("ZOË", "zoe\u{308}"), ("ﬁn", "FIN"), ("Ａ", "a"), ("ÅNGSTRÖM", "a\u{30A}ngstro\u{308}m")]
    )
    func folds(left: String, right: String) {
        #expect(Array(SearchText.folded(left).utf8) == Array(SearchText.folded(right).utf8))
    }

    @Test("has no wildcards", arguments: [("50%", #"%50\%%"#), ("a_b", #"%a\_b%"#), (#"\"#, #"%\\%"#), (" ", "%%")])
    func escapes(text: String, pattern: String) {
        #expect(SearchText.pattern(containing: text) == pattern)
    }

    @Test("is not made of what is longer than all that is stored")
    func tooLong() {
        #expect(SearchText.pattern(containing: String(repeating: "x", count: 8_193)) == nil)
    }
}
