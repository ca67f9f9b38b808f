import CPango
import CRSVG

/// A line of a text on a page.
///
/// Cairo draws emoji, which are pictures in their font, with one pixel for each point of a page. So these are drawn as
/// pictures of their own, fine enough for paper; letters stay letters.
struct PageLine {
    /// In pixels for each unit of the drawing.
    private static let fineness = 4.0

    let line: UnsafeMutablePointer<PangoLayoutLine>
    let context: OpaquePointer?

    func draw(x: Double, y: Double) {
        let text = pango_layout_get_text(line.pointee.layout)
        var (x, next) = (x, line.pointee.runs)
        while let run = next {
            let item = run.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
            next = run.pointee.next
            if Self.isEmoji(item.pointee.item.pointee.analysis.font) {
                picture(of: item.pointee, x: x, y: y)
            } else {
                cairo_move_to(context, x, y)
                pango_cairo_show_glyph_item(context, text, item)
            }
            x += TextLayout.units(pango_glyph_string_get_width(item.pointee.glyphs))
        }
    }

    private static func isEmoji(_ font: UnsafeMutablePointer<PangoFont>?) -> Bool {
        let description = pango_font_describe(font)
        defer { pango_font_description_free(description) }
        guard let family = pango_font_description_get_family(description) else { return false }
        return String(cString: family).contains("Emoji")
    }

    private func picture(of item: PangoGlyphItem, x: Double, y: Double) {
        let font = item.item.pointee.analysis.font
        var ink = PangoRectangle()
        pango_glyph_string_extents(item.glyphs, font, &ink, nil)
        let (left, top) = (TextLayout.units(ink.x) - 1, TextLayout.units(ink.y) - 1)
        let (width, height) = (TextLayout.units(ink.width) + 2, TextLayout.units(ink.height) + 2)
        let surface = cairo_image_surface_create(
            CAIRO_FORMAT_ARGB32,
            Int32(width * Self.fineness),
            Int32(height * Self.fineness)
        )
        defer { cairo_surface_destroy(surface) }
        let fine = cairo_create(surface)
        cairo_scale(fine, Self.fineness, Self.fineness)
        cairo_move_to(fine, -left, -top)
        pango_cairo_show_glyph_string(fine, font, item.glyphs)
        cairo_destroy(fine)
        cairo_save(context)
        cairo_translate(context, x + left, y + top)
        cairo_scale(context, 1 / Self.fineness, 1 / Self.fineness)
        cairo_set_source_surface(context, surface, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
    }
}
