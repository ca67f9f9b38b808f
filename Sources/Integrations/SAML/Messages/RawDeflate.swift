import CZlib

/// DEFLATE without a header (RFC 1951), as HTTP-Redirect has it (SAML Bindings §3.4.4.1).
enum RawDeflate {
    private static let window: Int32 = -15
    private static let size = Int32(MemoryLayout<z_stream>.size)

    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let started = deflateInit2_(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(started == Z_OK, "zlib refuses its own version")
        defer { deflateEnd(&stream) }
        var input = bytes
        return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                count = Int(stream.total_out)
            }
        }
    }

    /// - Returns: nil when it is damaged, or larger than `limit`.
    static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        let started = inflateInit2_(&stream, window, ZLIB_VERSION, size)
        precondition(started == Z_OK, "zlib refuses its own version")
        defer { inflateEnd(&stream) }
        var input = bytes
        var isWhole = false
        let output = [UInt8](unsafeUninitializedCapacity: limit) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
                count = Int(stream.total_out)
            }
        }
        return isWhole ? output : nil
    }
}
