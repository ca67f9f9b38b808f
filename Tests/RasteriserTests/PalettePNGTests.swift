import CZlib
import Core
import Testing

@testable import Rasteriser

@Suite("Pictures of few colours")
struct PalettePNGTests {
    private func palette(_ pixels: [UInt32]) -> (Palette, [UInt8]) {
        pixels.withUnsafeBufferPointer { buffer in
            let palette = Palette(buffer)
            return (palette, palette.places(of: buffer))
        }
    }

    @Test("keep every colour as long as there are at most 256", arguments: [1, 2, 255, 256])
    func exact(count: Int) throws {
        let pixels = (0..<1_024).map { (place: Int) -> UInt32 in UInt32(place % count) &* 0x01_0307 & 0xFF_FFFF }
        let (palette, places) = palette(pixels)
        #expect(palette.colours.count == count)
        #expect(places.map { palette.colours[Int($0)] } == pixels)
        let read = try ReadPNG(PalettePNG.bytes(palette.colours, places, width: 32))
        #expect(read.width == 32 && read.height == 32)
        #expect(read.pixels.map { $0.reduce(0) { $0 << 8 | UInt32($1) } } == pixels)
    }

    /// In the channel where it is most.
    private func distance(_ left: UInt32, _ right: UInt32) -> Int {
        let shifts: [UInt32] = [16, 8, 0]
        let distances = shifts.map { shift -> Int in
            abs(Int(left >> shift & 0xFF) - Int(right >> shift & 0xFF))
        }
        return distances.max() ?? 0
    }

    @Test("stay close to the colours where there are more")
    func close() throws {
        let pixels = (UInt32(0)..<65_536).map { (place: UInt32) -> UInt32 in place << 8 | 0x80 }
        let (palette, places) = palette(pixels)
        #expect(palette.colours.count == 256)
        let worst = zip(pixels, places).map { (pixel, place) -> Int in
            distance(pixel, palette.colours[Int(place)])
        }.max()
        #expect((worst ?? 255) <= 16)
    }
}

/// A PNG as ``PalettePNG`` writes it, read again.
struct ReadPNG {
    let width: Int
    let height: Int
    /// Red, green, blue.
    let pixels: [[UInt8]]

    init(_ bytes: [UInt8]) throws {
        var chunks: [String: [UInt8]] = [:]
        var place = 8
        while place + 12 <= bytes.count {
            let size = Self.number(bytes[place..<place + 4])
            let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            let body = Array(bytes[place + 4..<place + 8 + size])
            try #require(Int(crc32(0, body, uInt(body.count))) == Self.number(bytes[(place + 8 + size)...].prefix(4)))
            chunks[name] = Array(body.dropFirst(4))
            place += 12 + size
        }
        let header = try #require(chunks["IHDR"])
        (width, height) = (Self.number(header[0..<4]), Self.number(header[4..<8]))
        var size = uLong((width + 1) * height)
        var rows = [UInt8](repeating: 0, count: Int(size))
        let packed = try #require(chunks["IDAT"])
        try #require(uncompress(&rows, &size, packed, uLong(packed.count)) == Z_OK)
        let palette = try #require(chunks["PLTE"])
        let stride = width + 1
        pixels = rows.indices.filter { $0 % stride != 0 }.map { index in
            Array(palette[Int(rows[index]) * 3..<Int(rows[index]) * 3 + 3])
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
