import Core
import QRCode
import Rasteriser

extension AwardDrawing {
    /// A4, lying, in points.
    static let certificateSize = (width: 841.89, height: 595.28)

    /// A sheet to print or to attach, with a code that leads to the page that knows whether it still counts.
    func certificate(pixels: [UInt8]) -> Drawing {
        Drawing(
            shapes: """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1188 840" width="1188" height="840">\
                <rect width="1188" height="840" fill="#fff"/><g fill="none" stroke="\(Self.blue.hex)">\
                <rect x="28" y="28" width="1132" height="784" stroke-width="3"/>\
                <rect x="38" y="38" width="1112" height="764"/></g>\
                \(badge(x: 484, y: 72, side: 220, pixels: pixels))\(link)\(code)</svg>
                """,
            texts: certificateTexts + [hint],
            width: 1_188,
            height: 840
        )
    }

    private var certificateTexts: [PlacedText] {
        let name = Self.block(person, .serif, sizes: [54, 46, 38, 32], width: 940)
        let title = Self.block(badge, .serif, sizes: [44, 38, 32, 28], width: 900, lines: 2)
        let leading = title.size * 1.2
        let below = 580 + Double(title.lineCount - 1) * leading
        let facts = [texts.issuedBy, texts.issuedOn, texts.validUntil].compactMap(\.self)
        return [
            middle(Self.words(texts.certifies), y: 348, Self.soft),
            middle(name, y: 412, Self.ink),
            middle(Self.words(texts.hasEarned), y: 466, Self.soft),
            middle(title, y: 524, Self.ink, leading: leading),
        ] + facts.enumerated().map { middle(Self.words($0.element), y: below + 32 * Double($0.offset), Self.soft) }
    }

    private static func words(_ text: String) -> TextBlock { block(text, .sans, sizes: [22, 18, 14], width: 760) }

    private func middle(_ block: TextBlock, y: Double, _ colour: RGB, leading: Double = 0) -> PlacedText {
        PlacedText(block, x: 594, y: y, anchor: .middle, leading: leading, colour: colour)
    }

    /// Where the lines about checking begin, as they are read.
    private var edge: Double { isMirrored ? 1_118 : 70 }

    private var hint: PlacedText {
        PlacedText(
            Self.block(texts.check, .sans, sizes: [15], width: 760),
            x: edge,
            y: 752,
            anchor: isMirrored ? .right : .left,
            colour: Self.soft
        )
    }

    /// The address in letters, for those who have no camera.
    private var link: String {
        let link = XMLText.escaped(address)
        return """
            <a href="\(link)"><text x="\(edge)" y="776" text-anchor="\(isMirrored ? "end" : "start")" \
            font-family="Noto Sans Mono, DejaVu Sans Mono, monospace" font-size="15" fill="\(Self.blue.hex)">\(link)\
            </text></a>
            """
    }

    /// The address to scan.
    private var code: String {
        guard let code = QRCode(address) else { return "" }
        let side = 116.0
        let x = isMirrored ? 88 : 1_100 - side
        return """
            <a href="\(XMLText.escaped(address))"><rect x="\(x - 16)" y="\(774 - side - 16)" width="\(side + 32)" \
            height="\(side + 32)" fill="#fff"/>\
            <g transform="translate(\(x) \(774 - side)) scale(\(side / Double(code.side)))">\
            <path d="\(code.path)" fill="#000" shape-rendering="crispEdges"/></g></a>
            """
    }
}
