import Foundation

extension Artwork {
    /// The picture as an SVG document of 2 to 4 KB, 240 by 240 units.
    ///
    /// It holds no text, font, script, style or reference to anything outside, so it looks the same in a page, a mail, a
    /// saved file and a card. Several can stand in one page: the names inside depend on the slug and on the choices.
    /// The same slug and choices always give the same bytes.
    ///
    /// - Parameter side: how large it says that it is.
    package func svg(for slug: String, side: Int = 240) -> String {
        let seed = ArtworkSeed(slug)
        let id = "a" + ArtworkSeed("\(slug)/\(shape)/\(colour)/\(symbol)/\(level)").name
        let palette = ArtworkPalette(colour)
        let plate = shape.outline(radius: 92)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="\(side)" height="\(side)">\
            <defs>\(Self.gradients(id: id, palette: palette))\
            <clipPath id="\(id)c"><path d="\(plate)"/></clipPath></defs>\
            <path d="\(shape.outline(radius: 108))" fill="url(#\(id)r)"/>\
            <path d="\(shape.outline(radius: 98))" fill="\(palette.deep.hex)"/>\
            <path d="\(plate)" fill="url(#\(id)p)"/>\
            <g clip-path="url(#\(id)c)" fill="#fff">\(Self.facets(seed))</g>\
            <path d="\(shape.outline(radius: 82))" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="1.6"/>\
            \(drawnSymbol(shadow: palette.deep.hex))\(diamonds)</svg>
            """
    }

    private static func gradients(id: String, palette: ArtworkPalette) -> String {
        let (shine, rim) = (palette.shine.hex, palette.rim.hex)
        return """
            <linearGradient id="\(id)r" x1="0" y1="0" x2="1" y2="1"><stop stop-color="\(shine)"/>\
            <stop offset=".55" stop-color="\(rim)"/><stop offset="1" stop-color="\(shine)"/></linearGradient>\
            <linearGradient id="\(id)p" x1=".2" y1="0" x2=".8" y2="1"><stop stop-color="\(palette.plate.hex)"/>\
            <stop offset="1" stop-color="\(palette.deep.hex)"/></linearGradient>
            """
    }

    /// The most that a facet lightens the plate; the test of contrast counts with it.
    static let brightestFacet = 0.16

    /// 10 to 14 rays from the middle, every second one brighter.
    private static func facets(_ seed: ArtworkSeed) -> String {
        let count = 10 + 2 * Int(seed[0] % 3)
        let step = 2 * .pi / Double(count)
        let start = seed.share(1) * step
        func edge(_ number: Int) -> String {
            let point = Point(angle: start + Double(number) * step, radius: 160)
            return "\(Int(point.x.rounded())) \(Int(point.y.rounded()))"
        }
        return (0..<count).map { number in
            let glow = (number.isMultiple(of: 2) ? 0.02 : 0.11) + 0.05 * seed.share(2 + number)
            let hundredths = Int((min(glow, brightestFacet) * 100).rounded())
            let opacity = hundredths < 10 ? ".0\(hundredths)" : ".\(hundredths)"
            return "<path d=\"M120 120L\(edge(number))L\(edge(number + 1))Z\" opacity=\"\(opacity)\"/>"
        }.joined()
    }

    /// The symbol in white, with its own dark copy a little lower.
    private func drawnSymbol(shadow: String) -> String {
        let size: Double = level == .none ? 86 : 78
        let x = 120 - size / 2
        let y = shape.middle - size / 2 - (level == .none ? 0 : 10)
        let scale = (size / 16 * 1000).rounded() / 1000
        func copy(_ colour: String, y: Double, opacity: String) -> String {
            "<g transform=\"translate(\(short(x)) \(short(y))) scale(\(scale))\"\(opacity)>\(symbolMarkup(colour))</g>"
        }
        return copy(shadow, y: y + 3, opacity: " opacity=\".45\"") + copy("#fff", y: y, opacity: "")
    }

    /// The symbol alone, on a grid of 16 units.
    package func symbolMarkup(_ colour: String) -> String {
        drawing.isEmpty ? ArtworkSymbol.named(symbol).markup(colour) : drawing.markup(colour)
    }

    private var diamonds: String {
        guard level != .none else { return "" }
        let top = shape.middle + (shape == .diamond ? 44 : 47)
        let path = (0..<level.rawValue).map { number in
            let x = 120 + (Double(number) - Double(level.rawValue - 1) / 2) * 19
            return "M\(short(x)) \(short(top))l6.5 6.5-6.5 6.5-6.5-6.5z"
        }.joined()
        return "<path d=\"\(path)\" fill=\"#fff\"/>"
    }
}
