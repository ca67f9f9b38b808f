import CZlib

@testable import Pictures

/// Writes PNGs, right ones and wrong ones.
struct SamplePNG {
    var width = 64
    var height = 64
    var bitDepth: UInt8 = 8
    var colourType: UInt8 = 0
    var interlace: UInt8 = 0
    var beforeData: [PNGChunk] = []
    var afterData: [PNGChunk] = []
    /// Before it is deflated; nil is black.
    var pixels: [UInt8]?
    /// Instead of deflated pixels.
    var stream: [UInt8]?

    var bytes: [UInt8] {
        let size = UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes
        let header = PNGChunk("IHDR", size + [bitDepth, colourType, 0, 0, interlace])
        let data = PNGChunk("IDAT", stream ?? deflated(pixels ?? black))
        let chunks = [header] + beforeData + [data] + afterData + [PNGChunk("IEND", [])]
        return PNGCheck.signature + chunks.flatMap(\.written)
    }

    /// As many zero bytes as the header asks for, counted here in another way than in the check.
    var black: [UInt8] {
        let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(colourType)] ?? 1
        func count(_ width: Int, _ height: Int) -> Int {
            width == 0 ? 0 : height * (1 + (width * channels * Int(bitDepth) + 7) / 8)
        }
        guard interlace == 1 else { return Array(repeating: 0, count: count(width, height)) }
        let pattern = [
            "16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777",
        ]
        let total = (1...7).map { pass in
            let inPass = { (x: Int, y: Int) in Array(pattern[y % 8])[x % 8] == Character("\(pass)") }
            let rows = (0..<height).filter { y in (0..<8).contains { inPass($0, y) } }
            return rows.map { y in count((0..<width).filter { inPass($0, y) }.count, 1) }.reduce(0, +)
        }
        return Array(repeating: 0, count: total.reduce(0, +))
    }
}

extension PNGChunk {
    init(_ type: String, _ data: [UInt8]) { self.init(type: type, data: data[...]) }
}

func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    compress2(&result, &length, bytes, UInt(bytes.count), 9)
    return Array(result.prefix(Int(length)))
}

/// A zlib stream of zeros without its end: one mebibyte is deflated, and what comes out is repeated.
func zeros(mebibytes: Int) -> [UInt8] {
    var input = [UInt8](repeating: 0, count: 1 << 20)
    var output = [UInt8](repeating: 0, count: 1 << 13)
    var stream = z_stream()
    deflateInit_(&stream, 9, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    let count = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
            (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
            deflate(&stream, Z_FULL_FLUSH)
            return output.count - Int(stream.avail_out)
        }
    }
    return Array(output[..<2]) + Array(repeatElement(output[2..<count], count: mebibytes).joined())
}
