import CRSVG

/// Shapes, and texts above them.
package struct Drawing: Sendable {
    /// An SVG document of ``width`` by ``height``, without texts in scripts that a font may lack.
    package var shapes: String
    package var texts: [PlacedText]
    package var width: Double
    package var height: Double

    package init(shapes: String, texts: [PlacedText], width: Double, height: Double) {
        self.shapes = shapes
        self.texts = texts
        self.width = width
        self.height = height
    }

    /// Fills the surface.
    ///
    /// - Parameter isPage: it is a page to print, not pixels.
    func draw(on surface: OpaquePointer?, width: Double, height: Double, isPage: Bool = false) throws(RasterError) {
        try Rasteriser.draw(Array(shapes.utf8), on: surface, width: width, height: height)
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        cairo_scale(context, width / self.width, height / self.height)
        for text in texts { text.draw(on: context, isPage: isPage) }
    }
}
