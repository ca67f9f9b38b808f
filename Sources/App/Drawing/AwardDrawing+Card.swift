import Core
import Rasteriser

extension AwardDrawing {
    static let cardSize = (width: 1_200, height: 630)

    /// The picture that chat programs and social networks show: what was earned, by whom and when, never that it is
    /// valid, because they keep it for ever.
    func card(pixels: [UInt8]) throws(RasterError) -> String {
        let width = 640.0
        let (edge, anchor): (Double, FittedText.Anchor) = isMirrored ? (704, .right) : (496, .left)
        let title = try FittedText(badge, font: .serif, sizes: [64, 56, 48, 42], width: width, lines: 3)
        let name = try FittedText(person, font: .bold, sizes: [38, 32, 28], width: width, lines: 1)
        let by = try FittedText(texts.issuedBy, font: .sans, sizes: [28, 24], width: width, lines: 1)
        let leading = title.size * 1.16
        let height = 52 + Double(title.lines.count) * leading + 150
        let top = (630 - height) / 2 + 10
        let below = top + 52 + Double(title.lines.count) * leading
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"><defs>\
            <linearGradient id="bg" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#faf8f4"/>\
            <stop offset="1" stop-color="#e3e8f2"/></linearGradient></defs>\
            <rect width="1200" height="630" fill="url(#bg)"/><rect width="1200" height="10" fill="#1b4f9c"/>\
            \(badge(x: isMirrored ? 770 : 70, y: 135, side: 360, pixels: pixels))\
            \(try FittedText(texts.earned, font: .sans, sizes: [28], width: width, lines: 1)
                .svg(x: edge, y: top + 28, font: .sans, anchor: anchor, leading: 0, attributes: Self.soft))\
            \(title.svg(x: edge, y: top + 52 + title.size, font: .serif, anchor: anchor, leading: leading, attributes: Self.ink))\
            \(name.svg(x: edge, y: below + 62, font: .bold, anchor: anchor, leading: 0, attributes: Self.ink))\
            \(by.svg(x: edge, y: below + 110, font: .sans, anchor: anchor, leading: 0, attributes: Self.soft))\
            \(try FittedText(texts.issuedOn, font: .sans, sizes: [28], width: width, lines: 1)
                .svg(x: edge, y: below + 148, font: .sans, anchor: anchor, leading: 0, attributes: Self.soft))</svg>
            """
    }

    static let ink = "fill=\"#1b1c20\""
    static let soft = "fill=\"#575a63\""
}
