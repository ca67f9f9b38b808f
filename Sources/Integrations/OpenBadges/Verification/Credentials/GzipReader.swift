import CZlib

/// gzip (RFC 1952) that somebody else packed.
enum GzipReader {
    /// - Returns: nil when it is damaged, or more than `limit` bytes.
    static func unpacked(_ packed: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var input = packed
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            while true {
                let (result, written) = piece.withUnsafeMutableBufferPointer { piece in
                    stream.next_out = piece.baseAddress
                    stream.avail_out = uInt(piece.count)
                    return (inflate(&stream, Z_NO_FLUSH), piece.count - Int(stream.avail_out))
                }
                output += piece[..<written]
                guard output.count <= limit else { return nil }
                if result == Z_STREAM_END { return output }
                guard result == Z_OK, written > 0 || stream.avail_in > 0 else { return nil }
            }
        }
    }
}
