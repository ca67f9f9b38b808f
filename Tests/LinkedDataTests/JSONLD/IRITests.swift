import Testing

@testable import LinkedData

@Suite("An IRI reference")
struct IRITests {
    /// RFC 3986 §5.4.
    @Test(
        "is resolved as RFC 3986 shows",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
            ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
        ]
    )
    func resolves(reference: String, expected: String) {
        #expect(IRIReference.resolve(Text(reference), against: "http://a/b/c/d;p?q").string == expected)
    }

    @Test(
        "is well-formed or not",
        arguments: [
            ("urn:x", true), ("a:b c", false), ("//a", false), ("a:<b>", false), ("1:b", false), ("a:#b#c", false),
            ("did:key:z6Mk#1", true),
        ]
    )
    func wellFormed(text: String, expected: Bool) {
        #expect(Text(text).isWellFormedIRI == expected)
    }

    @Test(
        "in a language tag's place is checked too",
        arguments: [
            ("en", true), ("zh-Hant-TW", true), ("", false), ("e_n", false), ("en-", false), ("toolongtag", false),
            ("1a", false),
        ]
    )
    func language(tag: String, expected: Bool) {
        #expect(Text(tag).isWellFormedLanguageTag == expected)
    }
}
