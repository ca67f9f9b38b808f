import CPango

/// Makes layouts that come out the same wherever they are drawn: nothing is rounded to the pixels of one size.
final class TextSetter {
    private let context: OpaquePointer

    /// For measuring only.
    init() {
        context = pango_font_map_create_context(pango_cairo_font_map_get_default())
        prepare()
    }

    init(drawingOn drawing: OpaquePointer?) {
        context = pango_cairo_create_context(drawing)
        prepare()
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    private func prepare() {
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        pango_context_set_round_glyph_positions(context, 0)
    }

    /// - Parameter limit: how many lines there may be, even if words must be broken and the end be cut off.
    func layout(
        _ text: String,
        _ font: TextBlock.Font,
        size: Double,
        width: Double,
        forcedInto limit: Int? = nil
    ) -> TextLayout {
        let layout = TextLayout(pango_layout_new(context))
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, font.families)
        pango_font_description_set_weight(description, PangoWeight(UInt32(font.weight)))
        pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout.pointer, description)
        pango_layout_set_single_paragraph_mode(layout.pointer, 1)
        pango_layout_set_width(layout.pointer, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout.pointer, limit == nil ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR)
        if let limit {
            pango_layout_set_height(layout.pointer, -Int32(limit))
            pango_layout_set_ellipsize(layout.pointer, PANGO_ELLIPSIZE_END)
        }
        pango_layout_set_text(layout.pointer, text, -1)
        return layout
    }
}

/// A text with its lines.
final class TextLayout {
    let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

    var lineCount: Int { Int(pango_layout_get_line_count(pointer)) }

    /// Of the longest line.
    var width: Double {
        var logical = PangoRectangle()
        pango_layout_get_extents(pointer, nil, &logical)
        return Self.units(logical.width)
    }

    static func width(_ line: UnsafeMutablePointer<PangoLayoutLine>) -> Double {
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, nil, &logical)
        return units(logical.width)
    }

    static func isRightToLeft(_ line: UnsafeMutablePointer<PangoLayoutLine>) -> Bool {
        pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL
    }

    /// From the integers that Pango counts in.
    static func units(_ value: Int32) -> Double { Double(value) / Double(PANGO_SCALE) }
}
