/// The tones of one badge colour, all from one hue.
struct ArtworkPalette {
    /// The plate at the top, where it is lightest.
    let plate: RGB
    /// The plate at the bottom, and the line around it.
    let deep: RGB
    /// The rim where light falls on it.
    let shine: RGB
    let rim: RGB

    init(_ colour: Artwork.Colour) {
        guard let hue = colour.hue else {
            plate = OKLCH(lightness: 0.49, chroma: 0.018, hue: 265).shown
            deep = OKLCH(lightness: 0.33, chroma: 0.014, hue: 265).shown
            shine = OKLCH(lightness: 0.89, chroma: 0.01, hue: 265).shown
            rim = OKLCH(lightness: 0.65, chroma: 0.02, hue: 265).shown
            return
        }
        // Yellows look dirty at this lightness unless they lean towards red.
        let isWarm = (40...110).contains(hue)
        plate = OKLCH(lightness: 0.565, chroma: 0.175, hue: hue - 6).shown
        deep = OKLCH(lightness: isWarm ? 0.385 : 0.4, chroma: 0.125, hue: isWarm ? hue - 10 : hue).shown
        shine = OKLCH(lightness: 0.88, chroma: 0.085, hue: hue + 8).shown
        rim = OKLCH(lightness: 0.67, chroma: 0.16, hue: hue).shown
    }
}

extension Artwork.Colour {
    /// Degrees in OKLCH; nil for grey.
    var hue: Double? {
        switch self {
        case .indigo: 274
        case .blue: 252
        case .teal: 194
        case .green: 156
        case .lime: 128
        case .amber: 74
        case .orange: 50
        case .red: 24
        case .pink: 356
        case .plum: 326
        case .violet: 299
        case .slate: nil
        }
    }

    /// The colour by which people choose, `#rrggbb`.
    package var swatch: String { ArtworkPalette(self).plate.hex }
}
