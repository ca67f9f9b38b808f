import Core
import QRCode
import Rasteriser

extension AwardDrawing {
    /// A4, lying, in points.
    static let certificateSize = (width: 841.89, height: 595.28)

    /// A sheet to print or to attach, with a code that leads to the page that knows whether it still counts.
    func certificate(pixels: [UInt8]) throws(RasterError) -> String {
        let title = try FittedText(badge, font: .serif, sizes: [44, 38, 32, 28], width: 900, lines: 2)
        let name = try FittedText(person, font: .serif, sizes: [54, 46, 38, 32], width: 940, lines: 1)
        let leading = title.size * 1.2
        let below = 560 + Double(title.lines.count - 1) * leading
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1188 840" width="1188" height="840">\
            <rect width="1188" height="840" fill="#fff"/><g fill="none" stroke="#1b4f9c">\
            <rect x="28" y="28" width="1132" height="784" stroke-width="3"/>\
            <rect x="38" y="38" width="1112" height="764"/></g>\(badge(x: 484, y: 72, side: 220, pixels: pixels))\
            \(try line(texts.certifies, y: 348, size: 22))\
            \(name.svg(x: 594, y: 412, font: .serif, anchor: .middle, leading: 0, attributes: Self.ink))\
            \(try line(texts.hasEarned, y: 466, size: 22))\
            \(title.svg(x: 594, y: 524, font: .serif, anchor: .middle, leading: leading, attributes: Self.ink))\
            \(try line(texts.issuedBy, y: below + 20, size: 22))\
            \(try line(texts.issuedOn, y: below + 52, size: 22))\
            \(try texts.validUntil.map { text throws(RasterError) in try line(text, y: below + 84, size: 22) } ?? "")\(try check())</svg>
            """
    }

    private func line(_ text: String, y: Double, size: Double) throws(RasterError) -> String {
        try FittedText(text, font: .sans, sizes: [size, size - 4, size - 8], width: 760, lines: 1)
            .svg(x: 594, y: y, font: .sans, anchor: .middle, leading: 0, attributes: Self.soft)
    }

    /// The code to scan, and the address in letters for those who have no camera.
    private func check() throws(RasterError) -> String {
        let link = XMLText.escaped(address)
        let (edge, anchor): (Double, FittedText.Anchor) = isMirrored ? (1_118, .right) : (70, .left)
        let hint = try FittedText(texts.check, font: .sans, sizes: [15], width: 760, lines: 1)
            .svg(x: edge, y: 752, font: .sans, anchor: anchor, leading: 0, attributes: Self.soft)
        let text = """
            \(hint)<a href="\(link)"><text x="\(edge)" y="776" text-anchor="\(isMirrored ? "end" : "start")" \
            font-family="Noto Sans Mono, DejaVu Sans Mono, monospace" font-size="15" fill="#1b4f9c">\(link)</text></a>
            """
        guard let code = QRCode(address) else { return text }
        let side = 116.0
        let scale = side / Double(code.side)
        let x = isMirrored ? 88 : 1_100 - side
        return """
            \(text)<a href="\(link)"><rect x="\(x - 16)" y="\(774 - side - 16)" width="\(side + 32)" \
            height="\(side + 32)" fill="#fff"/><g transform="translate(\(x) \(774 - side)) scale(\(scale))">\
            <path d="\(code.path)" fill="#000" shape-rendering="crispEdges"/></g></a>
            """
    }
}
