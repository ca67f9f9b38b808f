import CZlib

/// gzip (RFC 1952), the packing of a status list.
enum GzipPacker {
    /// Window of 32 KiB; 16 more asks zlib for the frame of gzip.
    private static let window: Int32 = 15 + 16

    static func pack(_ bytes: [UInt8]) throws(KeyError) -> [UInt8] { try deflate(bytes, window: window) }

    /// Without any frame, as ZIP files hold it.
    static func deflated(_ bytes: [UInt8]) throws(KeyError) -> [UInt8] { try deflate(bytes, window: -15) }

    private static func deflate(_ bytes: [UInt8], window: Int32) throws(KeyError) -> [UInt8] {
        var stream = z_stream()
        let started = deflateInit2_(
            &stream,
            6,
            Z_DEFLATED,
            window,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard started == Z_OK else { throw .cannotSign("zlib does not start") }
        defer { deflateEnd(&stream) }
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
        var input = bytes
        let (result, written) = input.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                let result = CZlib.deflate(&stream, Z_FINISH)
                return (result, Int(stream.total_out))
            }
        }
        guard result == Z_STREAM_END else { throw .cannotSign("zlib stopped with \(result)") }
        return Array(packed.prefix(written))
    }
}
