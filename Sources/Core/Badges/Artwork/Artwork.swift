/// The choices from which a badge picture is drawn: no artist and no image file is needed.
///
/// Equal choices give different pictures for different badges, because the facets come from the badge's slug;
/// see ``svg(for:side:)``.
package struct Artwork: Hashable, Sendable, Codable {
    package var shape: Shape
    package var colour: Colour
    /// A name from ``ArtworkSymbol/all`` or, with its ``drawing``, a ``SymbolName``; any other name is drawn as a star,
    /// so old badges outlive a symbol.
    package var symbol: String
    package var level: Level
    /// A symbol from the library as it was when it was chosen: drawn the same for ever, on every server.
    package var drawing: [SymbolShape]
    /// The whole picture with such a symbol, as the portal keeps it; nil while it is being designed.
    package var kept: UploadedPicture.ID?

    package init(
        shape: Shape,
        colour: Colour,
        symbol: String,
        level: Level = .none,
        drawing: [SymbolShape] = [],
        kept: UploadedPicture.ID? = nil
    ) {
        self.shape = shape
        self.colour = colour
        self.symbol = symbol
        self.level = level
        self.drawing = drawing
        self.kept = kept
    }

    package enum Shape: String, CaseIterable, Hashable, Sendable, Codable {
        case hexagon
        case shield
        case circle
        case rosette
        case octagon
        case diamond
    }

    package enum Colour: String, CaseIterable, Hashable, Sendable, Codable {
        case indigo
        case blue
        case teal
        case green
        case lime
        case amber
        case orange
        case red
        case pink
        case plum
        case violet
        case slate
    }

    /// How many diamonds stand below the symbol.
    package enum Level: Int, CaseIterable, Hashable, Sendable, Codable {
        case none
        case one
        case two
        case three
    }
}

extension Artwork {
    /// A picture to begin with: always the same for the same slug, and rarely the same for two.
    package static func proposed(for slug: String) -> Artwork {
        let seed = ArtworkSeed(slug)
        let colours = Colour.allCases.filter { $0 != .slate }
        return Artwork(
            shape: seed.pick(from: Shape.allCases, byte: 28) ?? .hexagon,
            colour: seed.pick(from: colours, byte: 29) ?? .indigo,
            symbol: seed.pick(from: ArtworkSymbol.all, byte: 30)?.name ?? ArtworkSymbol.star.name
        )
    }

    /// What a person sees, for people who cannot: "A blue shield with a cloud, level 2".
    package var description: String {
        let article = colour.rawValue.first.map { "aeio".contains($0) } == true ? "An" : "A"
        let symbol = SymbolName(symbol)?.title ?? ArtworkSymbol.named(symbol).title
        let picture = "\(article) \(colour.rawValue) \(shape.rawValue) with \(symbol)"
        return level == .none ? picture : "\(picture), level \(level.rawValue)"
    }
}
