import CZlib

/// Writes PNG files (ISO/IEC 15948) whose pixels name a colour of a palette.
enum PalettePNG {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Parameters:
    ///   - colours: 0x00RRGGBB, at most 256.
    ///   - pixels: places in `colours`, row by row.
    static func bytes(_ colours: [UInt32], _ pixels: [UInt8], width: Int) -> [UInt8] {
        let height = pixels.count / width
        let depth: UInt8 = 8
        let paletteKind: UInt8 = 3
        let header = number(width) + number(height) + [depth, paletteKind, 0, 0, 0]
        let palette = colours.flatMap { [UInt8($0 >> 16 & 0xFF), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
        return signature + chunk("IHDR", header) + chunk("PLTE", palette)
            + chunk("IDAT", packed(rows(pixels, width: width))) + chunk("IEND", [])
    }

    /// Each begins with 0, for “not filtered”, which suits places in a palette.
    private static func rows(_ pixels: [UInt8], width: Int) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(pixels.count + pixels.count / width)
        for start in stride(from: 0, to: pixels.count, by: width) {
            rows.append(0)
            rows += pixels[start..<start + width]
        }
        return rows
    }

    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(uLong(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            let status = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
            precondition(status == Z_OK, "the buffer is as large as zlib wants it")
            count = Int(size)
        }
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return number(content.count) + body + number(Int(crc32(0, body, uInt(body.count))))
    }

    /// Four bytes, the highest first.
    private static func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }
}
