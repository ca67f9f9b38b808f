import LinkedData
import Testing

@Suite("Multibase")
struct MultibaseTests {
    /// draft-msporny-base58 §5.
    @Test(
        "reads and writes base58",
        arguments: [
            ("Hello World!", "2NEpo7TZRRrLZSi2U"),
            (
                "The quick brown fox jumps over the lazy dog.",
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
            ),
            ("\0\0(\u{7F}", "114A3"),
        ]
    )
    func base58(text: String, encoded: String) throws {
        #expect(Base58.decode(Base58.encode(Array(text.utf8)).utf8) == Array(text.utf8))
        if text.utf8.first != 0 { #expect(Base58.encode(Array(text.utf8)).string == encoded) }
        #expect(Multibase.decode(Text("z" + encoded)) != nil)
    }

    @Test("keeps zeros at the beginning")
    func zeros() {
        #expect(Base58.encode([0, 0, 1]).string == "112")
        #expect(Base58.decode("112".utf8) == [0, 0, 1])
        #expect(Base58.encode([]).isEmpty)
    }

    @Test("refuses what it does not know", arguments: ["", "z0", "zO", "zl", "zI", "f00", "uA*", "z😀"])
    func refuses(text: String) {
        #expect(Multibase.decode(Text(text)) == nil)
    }

    @Test("refuses what is too long to be a key")
    func tooLong() {
        #expect(Multibase.decode(Text("z" + String(repeating: "2", count: 10_000))) == nil)
    }

    @Test("reads base64url")
    func base64URL() {
        #expect(Multibase.decode("uAP-_") == [0x00, 0xFF, 0xBF])
        #expect(Multibase.decode("uAA") == [0])
    }

    @Test("of keys goes both ways")
    func multikeys() throws {
        for text: Text in [
            "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP",
        ] {
            #expect(try #require(PublicKey(multikey: text)).multikey == text)
        }
    }
}
