import Core

/// What a drawn picture is made of, in the reader's words.
extension Artwork {
    /// The picture for people who do not see it.
    var words: String {
        let shape = Words.Value.text(Words[shape.phrase])
        let colour = Words.Value.text(Words[colour.phrase])
        let symbol = Words.Value.text(SymbolName(symbol)?.title ?? ArtworkSymbol.named(symbol).words)
        guard level != .none else {
            return Words.say(.drawnPicture, ["shape": shape, "colour": colour, "symbol": symbol])
        }
        let level = Words.Value.count(level.rawValue)
        return Words.say(.drawnPictureLevel, ["shape": shape, "colour": colour, "symbol": symbol, "level": level])
    }
}

extension Artwork.Shape {
    var phrase: Phrase {
        switch self {
        case .hexagon: .shapeHexagon
        case .shield: .shapeShield
        case .circle: .shapeCircle
        case .rosette: .shapeRosette
        case .octagon: .shapeOctagon
        case .diamond: .shapeDiamond
        }
    }
}

extension Artwork.Colour {
    var phrase: Phrase {
        switch self {
        case .indigo: .colourIndigo
        case .blue: .colourBlue
        case .teal: .colourTeal
        case .green: .colourGreen
        case .lime: .colourLime
        case .amber: .colourAmber
        case .orange: .colourOrange
        case .red: .colourRed
        case .pink: .colourPink
        case .plum: .colourPlum
        case .violet: .colourViolet
        case .slate: .colourSlate
        }
    }
}

extension ArtworkSymbol {
    private static let phrases: [String: Phrase] = [
        "star": .symbolStar, "spark": .symbolSpark, "bolt": .symbolBolt, "cloud": .symbolCloud, "chart": .symbolChart,
        "people": .symbolPeople, "shield": .symbolShield, "heart": .symbolHeart, "globe": .symbolGlobe,
        "rocket": .symbolRocket, "book": .symbolBook, "cap": .symbolCap, "code": .symbolCode, "chat": .symbolChat,
        "gear": .symbolGear, "leaf": .symbolLeaf, "key": .symbolKey, "trophy": .symbolTrophy, "puzzle": .symbolPuzzle,
        "compass": .symbolCompass, "flask": .symbolFlask, "camera": .symbolCamera, "megaphone": .symbolMegaphone,
        "care": .symbolCare, "bulb": .symbolBulb, "target": .symbolTarget, "summit": .symbolSummit,
        "network": .symbolNetwork, "aid": .symbolAid, "access": .symbolAccess, "lock": .symbolLock,
        "medal": .symbolMedal,
    ]

    /// Its name; a symbol that was added without words keeps its English one, which a test refuses.
    var words: String { Self.phrases[name].map { Words[$0] } ?? title }
}
