/// The bytes of a code: the text, filled up, cut into blocks, each with its Reed–Solomon correction, and interleaved.
enum QRCodewords {
    static func all(_ text: [UInt8], _ version: QRVersion) -> [UInt8] {
        let blocks = cut(packed(text, version), version)
        let generator = ReedSolomon.generator(version.correction)
        let corrections = blocks.map { ReedSolomon.remainder(of: $0, by: generator) }
        return interleaved(blocks.map { $0[...] }) + interleaved(corrections.map { $0[...] })
    }

    /// Mode, length and text as a stream of bits, ended and padded.
    private static func packed(_ text: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits = Bits()
        bits.append(0b0100, count: 4)
        bits.append(text.count, count: version.countBits)
        for byte in text { bits.append(Int(byte), count: 8) }
        bits.append(0, count: min(4, version.data * 8 - bits.count))
        bits.append(0, count: (8 - bits.count % 8) % 8)
        var bytes = bits.bytes
        for filler in 0..<(version.data - bytes.count) { bytes.append(filler % 2 == 0 ? 0xEC : 0x11) }
        return bytes
    }

    /// The last blocks are one byte longer when it does not come out even.
    private static func cut(_ bytes: [UInt8], _ version: QRVersion) -> [[UInt8]] {
        let short = version.data / version.blocks
        let longer = version.data % version.blocks
        var start = 0
        return (0..<version.blocks).map { index in
            let size = index < version.blocks - longer ? short : short + 1
            defer { start += size }
            return Array(bytes[start..<start + size])
        }
    }

    private static func interleaved(_ blocks: [ArraySlice<UInt8>]) -> [UInt8] {
        let longest = blocks.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in
            blocks.compactMap { place < $0.count ? $0[$0.startIndex + place] : nil }
        }
    }
}

/// Bits in a row, the highest of each number first.
private struct Bits {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ number: Int, count added: Int) {
        for shift in (0..<added).reversed() {
            if count % 8 == 0 { bytes.append(0) }
            if number >> shift & 1 == 1 { bytes[count / 8] |= 0x80 >> (count % 8) }
            count += 1
        }
    }
}

/// Arithmetic in the field of 256 elements with the polynomial 0x11D.
enum ReedSolomon {
    /// The product of (x − 2^i) for i below `degree`, without the leading one.
    static func generator(_ degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in result.indices {
                result[place] = product(result[place], root)
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    static func remainder(of data: [UInt8], by generator: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for place in result.indices { result[place] ^= product(generator[place], factor) }
        }
        return result
    }

    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for shift in (0..<8).reversed() {
            result = (result << 1) ^ ((result >> 7) * 0x11D)
            result ^= Int(right >> shift & 1) * Int(left)
        }
        return UInt8(result)
    }
}
