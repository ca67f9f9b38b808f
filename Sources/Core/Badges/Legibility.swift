/// Whether a picture can be told from the ground on which it stands.
package struct Legibility: Sendable, Equatable {
    /// The grounds of the designer's preview.
    private static let light = RGB(red: 0xFB, green: 0xF9, blue: 0xF4)
    private static let dark = RGB(red: 0x17, green: 0x16, blue: 0x13)
    /// For graphics (WCAG 2.2, 1.4.11).
    private static let contrast = 3.0
    /// Of the picture's colours, so many must stand out.
    private static let share = 0.2

    package var isClearOnLight: Bool
    package var isClearOnDark: Bool

    /// - Parameter colours: one for each point of the picture; nothing is seen of none.
    package init(of colours: [RGB]) {
        func stands(out ground: RGB) -> Bool {
            let clear = colours.count { $0.contrast(with: ground) >= Self.contrast }
            return !colours.isEmpty && Double(clear) >= Self.share * Double(colours.count)
        }
        isClearOnLight = stands(out: Self.light)
        isClearOnDark = stands(out: Self.dark)
    }
}

extension Artwork {
    /// From the colours of its rim and its plate.
    package var legibility: Legibility {
        let palette = ArtworkPalette(colour)
        return Legibility(of: [palette.shine, palette.rim, palette.plate, palette.deep])
    }
}
