import Core
import Rasteriser

extension AwardDrawing {
    static let cardSize = (width: 1_200, height: 630)
    /// Of the same, where it is shown small.
    static let previewSize = (width: 600, height: 315)

    /// From one base line to the next, in letters' heights.
    private static let leading = 1.16

    /// The picture that chat programs and social networks show: what was earned, by whom and when, never that it is
    /// valid, because they keep it for ever.
    func card(pixels: [UInt8]) -> Drawing {
        Drawing(
            shapes: """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"><defs>\
                <linearGradient id="bg" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#faf8f4"/>\
                <stop offset="1" stop-color="#e3e8f2"/></linearGradient></defs>\
                <rect width="1200" height="630" fill="url(#bg)"/>\
                <rect width="1200" height="10" fill="\(Self.blue.hex)"/>\
                \(badge(x: isMirrored ? 770 : 70, y: 135, side: 360, pixels: pixels))</svg>
                """,
            texts: cardTexts,
            width: 1_200,
            height: 630
        )
    }

    private var cardTexts: [PlacedText] {
        let width = 640.0
        let title = Self.block(badge, .serif, sizes: [64, 56, 48, 42], width: width, lines: 3)
        let name = Self.block(person, .bold, sizes: [38, 32, 28], width: width, lines: 2)
        let titleHeight = Double(title.lineCount) * title.size * Self.leading
        let nameHeight = Double(name.lineCount - 1) * name.size * Self.leading
        let top = (630 - (52 + titleHeight + nameHeight + 150)) / 2 + 10
        let below = top + 52 + titleHeight + nameHeight
        return [
            (Self.block(texts.earned, .sans, sizes: [28], width: width), top + 28, Self.soft),
            (title, top + 52 + title.size, Self.ink),
            (name, below - nameHeight + 62, Self.ink),
            (Self.block(texts.issuedBy, .sans, sizes: [28, 24], width: width), below + 110, Self.soft),
            (Self.block(texts.issuedOn, .sans, sizes: [28], width: width), below + 148, Self.soft),
        ].map(beside)
    }

    /// Next to the badge, where lines begin in the language of the card.
    private func beside(_ block: TextBlock, y: Double, colour: RGB) -> PlacedText {
        PlacedText(
            block,
            x: isMirrored ? 704 : 496,
            y: y,
            anchor: isMirrored ? .right : .left,
            leading: block.size * Self.leading,
            colour: colour
        )
    }
}
