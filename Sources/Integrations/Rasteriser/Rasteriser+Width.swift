import CRSVG

extension Rasteriser {
    /// How wide texts are drawn, with the fonts that this machine has for their scripts.
    ///
    /// - Parameters:
    ///   - texts: XML character data, already escaped.
    ///   - font: SVG presentation attributes, such as `font-family="Noto Sans" font-size="30"`.
    /// - Returns: for each text its advance, in the units of the font size.
    package static func widths(of texts: [String], font: String) throws(RasterError) -> [Double] {
        guard !texts.isEmpty else { return [] }
        let lines = texts.enumerated().map {
            "<text id=\"t\($0.offset)\" \(font) xml:space=\"preserve\">\($0.element)</text>"
        }
        let document = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">\(lines.joined())</svg>"
        let handle = try handle(Array(document.utf8))
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        var widths: [Double] = []
        for place in texts.indices {
            var ink = RsvgRectangle()
            var logical = RsvgRectangle()
            guard rsvg_handle_get_geometry_for_element(handle, "#t\(place)", &ink, &logical, nil) != 0 else {
                throw .notDrawable
            }
            widths.append(max(logical.width, ink.width))
        }
        return widths
    }
}
