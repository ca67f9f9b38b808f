import CPango
package import Core

/// A text as it fits: set by Pango, in every script and direction, with emoji in colour.
package struct TextBlock: Sendable, Equatable {
    package struct Font: Sendable, Equatable {
        /// Most wanted first, with commas between; other fonts of the machine stand in for what these lack.
        package var families: String
        /// 400 is regular, 700 bold.
        package var weight: Int

        package init(families: String, weight: Int) {
            self.families = families
            self.weight = weight
        }
    }

    /// More of a text than this never fits anywhere.
    private static let scalarLimit = 600

    package let size: Double
    package let lineCount: Int
    let text: String
    let font: Font
    let width: Double
    let lineLimit: Int
    /// Whether words are broken and the end is cut off, because nothing else helps.
    let isForced: Bool

    /// The largest of `sizes` at which `text` fits without breaking a word; at the smallest it is made to fit.
    ///
    /// - Parameters:
    ///   - text: one paragraph, without control characters.
    ///   - sizes: the largest first; not empty.
    ///   - lineLimit: how many lines there may be.
    package init(_ text: String, font: Font, sizes: [Double], width: Double, lines lineLimit: Int) {
        self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.scalarLimit)))
        self.font = font
        self.width = width
        self.lineLimit = lineLimit
        let setter = TextSetter()
        for size in sizes {
            let layout = setter.layout(self.text, font, size: size, width: width)
            guard layout.width <= width, layout.lineCount <= lineLimit else { continue }
            (self.size, lineCount, isForced) = (size, layout.lineCount, false)
            return
        }
        size = sizes.last ?? 1
        lineCount = setter.layout(self.text, font, size: size, width: width, forcedInto: lineLimit).lineCount
        isForced = true
    }
}

/// A text block and its place on a drawing.
package struct PlacedText: Sendable {
    /// What ``x`` is of the block; within it, each line begins where its language begins lines.
    package enum Anchor: Sendable {
        case left
        case middle
        case right

        fileprivate var share: Double {
            switch self {
            case .left: 0
            case .middle: 0.5
            case .right: 1
            }
        }
    }

    package var block: TextBlock
    package var x: Double
    /// The base line of the first line.
    package var y: Double
    package var anchor: Anchor
    /// From one base line to the next.
    package var leading: Double
    package var colour: RGB

    package init(
        _ block: TextBlock,
        x: Double,
        y: Double,
        anchor: Anchor,
        leading: Double = 0,
        colour: RGB
    ) {
        self.block = block
        self.x = x
        self.y = y
        self.anchor = anchor
        self.leading = leading
        self.colour = colour
    }

    /// - Parameters:
    ///   - context: of cairo, in the units of the drawing.
    ///   - isPage: on a page to print, not on pixels.
    func draw(on context: OpaquePointer?, isPage: Bool) {
        let setter = TextSetter(drawingOn: context)
        let layout = setter.layout(
            block.text,
            block.font,
            size: block.size,
            width: block.width,
            forcedInto: block.isForced ? block.lineLimit : nil
        )
        let share = { (channel: UInt8) in Double(channel) / 255 }
        cairo_set_source_rgb(context, share(colour.red), share(colour.green), share(colour.blue))
        let lines = (0..<layout.lineCount).compactMap { pango_layout_get_line_readonly(layout.pointer, Int32($0)) }
        let widths = lines.map(TextLayout.width)
        let start = x - (widths.max() ?? 0) * anchor.share
        for (place, line) in lines.enumerated() {
            let rest = (widths.max() ?? 0) - widths[place]
            let x = start + rest * (anchor == .middle ? 0.5 : TextLayout.isRightToLeft(line) ? 1 : 0)
            let base = y + Double(place) * leading
            if isPage {
                PageLine(line: line, context: context).draw(x: x, y: base)
            } else {
                cairo_move_to(context, x, base)
                pango_cairo_show_layout_line(context, line)
            }
        }
    }
}
