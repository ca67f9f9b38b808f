import Core
import Testing

@Suite("E-mail address") struct EmailAddressTests {
    @Test(
        "has one form",
        arguments: [
            ("Priya@Example.COM", "priya@example.com"), (" zoë@exämple.de\n", "zoë@exämple.de"),
            ("a+b@c.co", "a+b@c.co"), ("Zoe\u{308}@x.org", "zoë@x.org"),
        ]
    )
    func canonical(text: String, expected: String) { #expect(EmailAddress(text)?.description == expected) }

    @Test(
        "is not just any text",
        arguments: ["", "@", "a@", "@b.c", "a@b", "a@b..c", "a b@c.de", "a@b@c.de", "a\u{0}@b.de", "a@b.de\u{7}x"]
    )
    func refused(text: String) { #expect(EmailAddress(text) == nil) }

    @Test("fits 254 bytes")
    func long() { #expect(EmailAddress(String(repeating: "ü", count: 125) + "@b.de") == nil) }
}
