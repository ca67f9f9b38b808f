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
        let until = expires.map { "Valid until \(DateText($0).text)" }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1188 840" width="1188" height="840">\
            <rect width="1188" height="840" fill="#fff"/><g fill="none" stroke="#1b4f9c">\
            <rect x="28" y="28" width="1132" height="784" stroke-width="3"/>\
            <rect x="38" y="38" width="1112" height="764"/></g>\(badge(x: 484, y: 72, side: 220, pixels: pixels))\
            \(try line("This certifies that", y: 348, size: 22))\
            \(name.svg(x: 594, y: 412, font: .serif, anchor: .middle, leading: 0, attributes: Self.ink))\
            \(try line("has earned the badge", y: 466, size: 22))\
            \(title.svg(x: 594, y: 524, font: .serif, anchor: .middle, leading: leading, attributes: Self.ink))\
            \(try line("Issued by \(issuer)", y: below + 20, size: 22))\
            \(try line(DateText(issuedOn).text, y: below + 52, size: 22))\
            \(try until.map { text throws(RasterError) in try line(text, y: below + 84, size: 22) } ?? "")\(try check())</svg>
            """
    }

    private func line(_ text: String, y: Double, size: Double) throws(RasterError) -> String {
        try FittedText(text, font: .sans, sizes: [size, size - 4, size - 8], width: 760, lines: 1)
            .svg(x: 594, y: y, font: .sans, anchor: .middle, leading: 0, attributes: Self.soft)
    }

    /// The code to scan, and the address in letters for those who have no camera.
    private func check() throws(RasterError) -> String {
        let link = XMLText.escaped(address)
        let text = """
            <text x="70" y="752" font-family="Noto Sans, sans-serif" font-size="15" fill="#575a63">Scan or open to check:</text>\
            <a href="\(link)"><text x="70" y="776" font-family="Noto Sans Mono, DejaVu Sans Mono, monospace" font-size="15" \
            fill="#1b4f9c">\(link)</text></a>
            """
        guard let code = QRCode(address) else { return text }
        let side = 116.0
        let scale = side / Double(code.side)
        return """
            \(text)<a href="\(link)"><rect x="\(1_100 - side - 16)" y="\(774 - side - 16)" width="\(side + 32)" \
            height="\(side + 32)" fill="#fff"/><g transform="translate(\(1_100 - side) \(774 - side)) scale(\(scale))">\
            <path d="\(code.path)" fill="#000" shape-rendering="crispEdges"/></g></a>
            """
    }
}
