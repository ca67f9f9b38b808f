import CRSVG

/// A point of a picture, not multiplied by its opacity.
package struct Pixel: Sendable, Equatable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    package var alpha: UInt8
}

extension Rasteriser {
    /// The points of the SVG document, row by row, that are not fully transparent.
    ///
    /// - Parameter side: in pixels, 1 to 2,048.
    package static func pixels(_ svg: [UInt8], side: Int) throws(RasterError) -> [Pixel] {
        precondition((1...2_048).contains(side))
        let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(side), Int32(side))
        defer { cairo_surface_destroy(surface) }
        try draw(svg, on: surface, width: Double(side), height: Double(side))
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { throw .notDrawable }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels: [Pixel] = []
        for row in 0..<side {
            for column in 0..<side {
                // A whole word of the machine: alpha first, the colours multiplied by it.
                let word = UnsafeRawPointer(data).load(fromByteOffset: row * stride + column * 4, as: UInt32.self)
                let alpha = word >> 24
                guard alpha > 0 else { continue }
                func channel(_ shift: UInt32) -> UInt8 { UInt8(min(255, (word >> shift & 0xFF) * 255 / alpha)) }
                pixels.append(Pixel(red: channel(16), green: channel(8), blue: channel(0), alpha: UInt8(alpha)))
            }
        }
        return pixels
    }
}
