import CZlib

/// A piece of a PNG: four letters and data.
struct PNGChunk: Equatable {
    var type: String
    var data: ArraySlice<UInt8>

    /// With length and checksum, as it stands in a file.
    var written: [UInt8] {
        let body = Array(type.utf8) + data
        return UInt32(data.count).bigEndianBytes + body + PNGChunk.checksum(body[...]).bigEndianBytes
    }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
    }
}

/// Cuts a PNG into chunks, and trusts no length and no checksum.
struct PNGChunkReader {
    /// Encoders write a few hundred at most.
    private static let chunkLimit = 5000

    private let bytes: [UInt8]
    private var index = PNGCheck.signature.count
    private var count = 0
    private var isAtEnd = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: nil after IEND; what stands behind it is no part of the picture.
    mutating func next() throws(PictureError) -> PNGChunk? {
        guard !isAtEnd else { return nil }
        count += 1
        guard count <= Self.chunkLimit else { throw .damagedPNG("it is cut into more than \(Self.chunkLimit) pieces") }
        guard bytes.count - index >= 12 else { throw .damagedPNG("its end is missing") }
        let length = Int(UInt32(bigEndianBytes: bytes[index..<index + 4]))
        guard length <= bytes.count - index - 12 else { throw .damagedPNG("its end is missing") }
        let body = bytes[index + 4..<index + 8 + length]
        let checksum = UInt32(bigEndianBytes: bytes[body.endIndex..<body.endIndex + 4])
        guard checksum == PNGChunk.checksum(body) else { throw .damagedPNG("a checksum is wrong") }
        index = body.endIndex + 4
        let type = String(decoding: body.prefix(4), as: UTF8.self)
        isAtEnd = type == "IEND"
        return PNGChunk(type: type, data: body.dropFirst(4))
    }
}

extension UInt32 {
    init(bigEndianBytes bytes: ArraySlice<UInt8>) { self = bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    var bigEndianBytes: [UInt8] {
        [UInt8(self >> 24), UInt8(self >> 16 & 0xFF), UInt8(self >> 8 & 0xFF), UInt8(self & 0xFF)]
    }
}
