import Foundation
import Testing

@testable import OpenBadges

@Suite("ZIP files")
struct ZIPFileTests {
    private static func number(_ bytes: some Collection<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    @Test("say where each file is and how long it was, in any language")
    func directory() throws {
        var zip = ZIPFile(date: Date(timeIntervalSince1970: 1_772_438_400))
        let text = Array(String(repeating: "🏅 שלום ", count: 1_000).utf8)
        try zip.add("כן 🐍.json", text)
        try zip.add("empty", [])
        try zip.add("picture.png", SamplePicture.png, isPacked: true)
        let bytes = zip.bytes
        let end = bytes.suffix(22)
        #expect(end.starts(with: [0x50, 0x4B, 5, 6]))
        #expect(Self.number(end.dropFirst(10).prefix(2)) == 3)
        let directory = Self.number(end.dropFirst(16).prefix(4))
        #expect(directory + Self.number(end.dropFirst(12).prefix(4)) + 22 == bytes.count)
        let first = bytes[directory...]
        #expect(first.starts(with: [0x50, 0x4B, 1, 2]))
        #expect(Self.number(first.dropFirst(24).prefix(4)) == text.count)
        #expect(Self.number(first.dropFirst(20).prefix(4)) < text.count / 10)
        let name = first.dropFirst(46).prefix(Self.number(first.dropFirst(28).prefix(2)))
        #expect(String(decoding: name, as: UTF8.self) == "כן 🐍.json")
        #expect(bytes.firstRange(of: SamplePicture.png) != nil)
    }
}
