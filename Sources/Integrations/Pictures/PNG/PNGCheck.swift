import Core

/// Checks a PNG (W3C PNG, third edition) and writes it anew from the chunks that make the picture.
enum PNGCheck {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    static let sizeLimit = 1 << 20

    /// - Returns: a PNG of at most ``sizeLimit`` bytes without texts, profiles, times and whatever else was in it.
    static func rewritten(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        guard bytes.count <= sizeLimit else { throw .tooLarge(.png, bytes: bytes.count, limit: sizeLimit) }
        var reader = PNGChunkReader(bytes)
        var parts = PNGParts()
        while let chunk = try reader.next() { try parts.take(chunk) }
        return try parts.written { data, header throws(PictureError) in
            try PNGPixels(header).check(data)
        }
    }
}

extension PictureError {
    static func damagedPNG(_ reason: String) -> Self { .damaged(.png, reason) }
}
