import Core
import Testing

@Suite("Slug") struct SlugTests {
    @Test(
        "accepts lower case, digits and hyphens",
        arguments: ["a", "swift-6", "2026", "-", String(repeating: "z", count: 64)]
    )
    func accepts(text: String) throws {
        #expect(try Slug(text).description == text)
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", "Swift", "a b", "ünïcode", "🏅", "🐍", "a\u{20DD}", "a\u{0}", "a\n", "a/b", "שלום",
            String(repeating: "a", count: 65),
        ]
    )
    func refuses(text: String) {
        #expect(throws: BadgeError.invalidSlug(text)) { try Slug(text) }
    }

    @Test("says what is allowed, and proposes what is close")
    func message() {
        #expect(
            BadgeError.invalidSlug("Data Storytelling").message
                == "Only lowercase letters, digits and hyphens are allowed. Try data-storytelling."
        )
        #expect(BadgeError.invalidSlug("🏅").message == "Only lowercase letters, digits and hyphens are allowed.")
    }

    @Test(
        "is proposed from a name",
        arguments: [
            ("Café Crème", "cafe-creme"), ("  K8s -- hero 🏅 ", "k8s-hero"), ("Ünïcode", "unicode"), ("---", nil),
            ("日本語", nil),
        ] as [(String, String?)]
    )
    func proposed(name: String, expected: String?) {
        #expect(Slug(proposedFor: name)?.description == expected)
    }

    @Test("of a long name fits")
    func long() {
        #expect(Slug(proposedFor: String(repeating: "word ", count: 3_000))?.description.utf8.count == 64)
    }
}
