import CZlib

/// Inflates picture data in small steps, keeps none of it, and stops at the first byte too many.
struct PNGPixels {
    private static let stepBytes = 1 << 16
    private static let highestFilter: UInt8 = 4

    private var passes: ArraySlice<PNGHeader.Pass>
    private var rowBytes = 0
    private var rowsLeft = 0
    /// Of the row that is being read; 0 where the next one begins.
    private var bytesLeft = 0

    init(_ header: PNGHeader) {
        passes = header.passes[...]
    }

    /// - Returns: the zlib stream in `data` without what stands behind it.
    /// - Throws: when it does not inflate to exactly the rows that the header announces.
    consuming func check(_ data: [UInt8]) throws(PictureError) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damagedPNG("its picture data cannot be read")
        }
        defer { inflateEnd(&stream) }
        var input = data
        let used = try input.withUnsafeMutableBufferPointer { input throws(PictureError) -> Int in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            try inflateAll(&stream)
            return input.count - Int(stream.avail_in)
        }
        guard isComplete else { throw .damagedPNG("its picture data is too short") }
        return Array(data.prefix(used))
    }

    private mutating func inflateAll(_ stream: inout z_stream) throws(PictureError) {
        var step = [UInt8](repeating: 0, count: Self.stepBytes)
        var status = Z_OK
        while status == Z_OK {
            let produced = step.withUnsafeMutableBufferPointer { step in
                stream.next_out = step.baseAddress
                stream.avail_out = UInt32(step.count)
                status = inflate(&stream, Z_NO_FLUSH)
                return step.count - Int(stream.avail_out)
            }
            try take(step[..<produced])
        }
        guard status == Z_STREAM_END else { throw .damagedPNG("its picture data cannot be read") }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws(PictureError) {
        var rest = bytes
        while let first = rest.first {
            if bytesLeft == 0 {
                try beginRow()
                guard first <= Self.highestFilter else { throw .damagedPNG("its picture data makes no sense") }
            }
            let count = min(bytesLeft, rest.count)
            bytesLeft -= count
            rest = rest.dropFirst(count)
        }
    }

    private mutating func beginRow() throws(PictureError) {
        if rowsLeft == 0 {
            guard let pass = passes.popFirst() else { throw .damagedPNG("its picture data is larger than the picture") }
            (rowsLeft, rowBytes) = (pass.rows, pass.rowBytes)
        }
        rowsLeft -= 1
        bytesLeft = rowBytes
    }

    private var isComplete: Bool { passes.isEmpty && rowsLeft == 0 && bytesLeft == 0 }
}
