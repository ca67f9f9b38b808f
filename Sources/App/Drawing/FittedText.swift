import Core
import Rasteriser

/// A text broken into lines that fit, as the fonts of this machine draw it.
struct FittedText: Equatable {
    struct Font {
        /// CSS families, most wanted first.
        let family: String
        let weight: Int

        /// No font of emoji is named: beside one, digits and spaces would be taken from it; Pango finds it by itself.
        static let sans = Font(
            family: "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans CJK JP, sans-serif",
            weight: 400
        )
        static let bold = Font(family: sans.family, weight: 700)
        static let serif = Font(
            family: "Noto Serif, Noto Naskh Arabic, Noto Serif Hebrew, Noto Serif CJK JP, serif",
            weight: 600
        )

        func attributes(size: Double) -> String {
            "font-family=\"\(family)\" font-weight=\"\(weight)\" font-size=\"\(size)\""
        }
    }

    let lines: [String]
    let size: Double

    /// More characters than this never fit anywhere.
    private static let characterLimit = 300
    private static let measured = 100.0
    private static let space = 0.27

    /// The largest of `sizes` at which `text` fits; at the smallest the end is cut off.
    ///
    /// - Parameter sizes: the largest first; not empty.
    init(
        _ text: String,
        font: Font,
        sizes: [Double],
        width: Double,
        lines limit: Int
    ) throws(RasterError) {
        let pieces = Self.pieces(of: String(text.prefix(Self.characterLimit)))
        let widths = try Rasteriser.widths(
            of: pieces.map { XMLText.escaped($0.text) },
            font: font.attributes(size: Self.measured)
        )
        let shares = widths.map { $0 / Self.measured }
        var fitted = (lines: [""], size: sizes.last ?? 1)
        for size in sizes {
            fitted = (Self.broken(pieces, shares, room: width / size), size)
            if fitted.lines.count <= limit { break }
        }
        if fitted.lines.count > limit {
            fitted.lines = Array(fitted.lines.prefix(limit))
            fitted.lines[limit - 1] = fitted.lines[limit - 1].dropLast() + "…"
        }
        lines = fitted.lines
        size = fitted.size
    }

    /// What is not broken: a word, or a character where words have no spaces between them.
    private struct Piece: Equatable {
        var text: String
        var followsSpace: Bool
    }

    private static func pieces(of text: String) -> [Piece] {
        text.split(whereSeparator: \.isWhitespace).flatMap { word -> [Piece] in
            guard word.count > 24 || word.unicodeScalars.contains(where: { breaksAnywhere($0) }) else {
                return [Piece(text: String(word), followsSpace: true)]
            }
            return word.enumerated().map { Piece(text: String($0.element), followsSpace: $0.offset == 0) }
        }
    }

    /// Chinese, Japanese and Korean letters, and emoji.
    private static func breaksAnywhere(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0xD7FF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0x1_F000...0x3_FFFF).contains(scalar.value)
    }

    private static func broken(_ pieces: [Piece], _ widths: [Double], room: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0.0
        for (piece, width) in zip(pieces, widths) {
            let gap = line.isEmpty || !piece.followsSpace ? 0 : space
            if !line.isEmpty, used + gap + width > room {
                lines.append(line)
                (line, used) = ("", 0)
            }
            let isFirst = line.isEmpty
            if !isFirst, piece.followsSpace { line += " " }
            line += piece.text
            used += isFirst ? width : gap + width
        }
        return lines + [line]
    }
}

extension FittedText {
    /// Where the lines are put.
    enum Anchor {
        /// At their left edge.
        case left
        case middle
        /// At their right edge.
        case right

        /// As SVG says it, for which a line that is read from right to left starts at its right edge.
        func name(isTurned: Bool) -> String {
            switch self {
            case .middle: "middle"
            case .left: isTurned ? "end" : "start"
            case .right: isTurned ? "start" : "end"
            }
        }
    }

    /// One `<text>` a line.
    ///
    /// - Parameters:
    ///   - y: the base line of the first one.
    ///   - attributes: further presentation attributes, such as a fill.
    func svg(x: Double, y: Double, font: Font, anchor: Anchor, leading: Double, attributes: String) -> String {
        lines.enumerated().map { place, line in
            let isTurned = XMLText.isRightToLeft(line)
            return """
                <text x="\(x)" y="\(y + Double(place) * leading)" \(font.attributes(size: size)) text-anchor="\(anchor.name(isTurned: isTurned))"\
                \(isTurned ? " direction=\"rtl\"" : "") \(attributes)>\(XMLText.escaped(line))</text>
                """
        }.joined()
    }
}
