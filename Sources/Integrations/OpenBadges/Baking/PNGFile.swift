import CZlib
import Core

/// A PNG (W3C PNG, third edition) as its chunks; pixels are not looked at.
struct PNGFile {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private struct Chunk {
        var type: [UInt8]
        var data: ArraySlice<UInt8>
        var whole: ArraySlice<UInt8>

        func isText(_ kind: String, _ keyword: String) -> Bool {
            type.elementsEqual(kind.utf8) && data.starts(with: Array(keyword.utf8) + [0])
        }
    }

    private let chunks: [Chunk]

    static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    init(_ bytes: [UInt8]) throws(BakingError) {
        var chunks: [Chunk] = []
        var rest = bytes[Self.signature.count...]
        while chunks.last?.type.elementsEqual("IEND".utf8) != true {
            guard chunks.count < Baking.partLimit else { throw .tooLarge }
            chunks.append(try Self.chunk(&rest))
        }
        guard chunks[0].type.elementsEqual("IHDR".utf8), chunks[0].data.count == 13 else {
            throw .damaged("its header is missing")
        }
        self.chunks = chunks
    }

    private static func chunk(_ rest: inout ArraySlice<UInt8>) throws(BakingError) -> Chunk {
        let start = rest.startIndex
        guard rest.count >= 12 else { throw .damaged("its end is missing") }
        let length = number(rest.prefix(4))
        guard length <= rest.count - 12 else { throw .damaged("its end is missing") }
        let (data, end) = (start + 8, start + 8 + length)
        guard number(rest[end..<end + 4]) == checksum(rest[(start + 4)..<end]) else {
            throw .damaged("a checksum does not fit")
        }
        let chunk = Chunk(
            type: Array(rest[(start + 4)..<data]),
            data: rest[data..<end],
            whole: rest[start..<end + 4]
        )
        rest = rest[(end + 4)...]
        return chunk
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, uInt($0.count))) }
    }

    // MARK: Badges

    func baked(_ badges: [Baking.Badge]) -> [UInt8] {
        var bytes = Self.signature
        for (index, chunk) in chunks.enumerated() {
            let isReplaced = badges.contains { badge in
                chunk.isText("iTXt", badge.version.keyword) || chunk.isText("tEXt", badge.version.keyword)
            }
            if !isReplaced { bytes += chunk.whole }
            guard index == 0 else { continue }
            for badge in badges { bytes += Self.textChunk(badge) }
        }
        return bytes
    }

    /// Keyword, no compression, no language, no translated keyword, text.
    private static func textChunk(_ badge: Baking.Badge) -> [UInt8] {
        let data = Array(badge.version.keyword.utf8) + [0, 0, 0, 0, 0] + Array(badge.text.utf8)
        let body = Array("iTXt".utf8) + data
        return fourBytes(data.count) + body + fourBytes(checksum(body[...]))
    }

    private static func fourBytes(_ number: Int) -> [UInt8] {
        [UInt8(number >> 24 & 0xFF), UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
    }

    func badges() throws(BakingError) -> [Baking.Badge] {
        var badges: [Baking.Badge] = []
        for version in Baking.Version.allCases {
            let modern = chunks.filter { $0.isText("iTXt", version.keyword) }
            guard modern.count <= 1 else { throw .severalBadges }
            if let chunk = modern.first {
                badges.append(try Baking.Badge(version, Self.text(chunk.data, after: version.keyword)))
            } else if version == .v2, let legacy = chunks.first(where: { $0.isText("tEXt", version.keyword) }) {
                let text = String(validating: legacy.data.dropFirst(version.keyword.utf8.count + 1), as: UTF8.self)
                badges.append(try Baking.Badge(version, text ?? ""))
            }
        }
        return badges
    }

    private static func text(_ data: ArraySlice<UInt8>, after keyword: String) throws(BakingError) -> String {
        let rest = data.dropFirst(keyword.utf8.count + 1)
        guard rest.first == 0 else { throw .damaged("its badge is compressed, which no standard allows") }
        let parts = rest.dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let text = String(validating: parts[2], as: UTF8.self) else {
            throw .damaged("its badge is not text")
        }
        return text
    }
}
