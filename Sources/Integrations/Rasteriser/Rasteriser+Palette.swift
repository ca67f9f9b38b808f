import CRSVG

extension Rasteriser {
    /// A PNG of at most 256 colours, a third of the size of one with all.
    ///
    /// - Parameters:
    ///   - drawing: covers all of it; what it leaves out is black.
    ///   - width: in pixels, 1 to 2,048, as is `height`.
    package static func palettePNG(_ drawing: Drawing, width: Int, height: Int) throws(RasterError) -> [UInt8] {
        precondition((1...2_048).contains(width) && (1...2_048).contains(height))
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        try drawing.draw(on: surface, width: Double(width), height: Double(height))
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { throw .notDrawable }
        // RGB24 has four bytes a pixel and rows without gaps.
        return data.withMemoryRebound(to: UInt32.self, capacity: width * height) { start in
            let pixels = UnsafeBufferPointer(start: start, count: width * height)
            let palette = Palette(pixels)
            return PalettePNG.bytes(palette.colours, palette.places(of: pixels), width: width)
        }
    }
}
