import Core

/// The choices of which a badge picture is made: `shape`, `colour`, `symbol` and `level`.
struct ArtworkFields: Component {
    let artwork: Artwork
    /// By the name of the field.
    var errors: [String: String] = [:]
    /// After the symbols: the way to others.
    var more: HTML?

    var html: HTML {
        """
        \(tiles("shape", Words[.shapeWord], shapes, selected: artwork.shape.rawValue))\
        \(tiles("colour", Words[.colourWord], colours, selected: artwork.colour.rawValue))\
        \(tiles("symbol", Words[.symbolWord], symbols, selected: artwork.symbol, more: more))\
        \(tiles("level", Words[.levelWord], levels, selected: String(artwork.level.rawValue)))
        """
    }

    private func tiles(
        _ name: String,
        _ label: String,
        _ choices: [Choice],
        selected: String,
        more: HTML? = nil
    ) -> RadioTiles {
        RadioTiles(name: name, label: label, choices: choices, selected: selected, error: errors[name], more: more)
    }

    private var shapes: [Choice] {
        Artwork.Shape.allCases.map { shape in
            let outline: HTML = "<path fill=\"currentColor\" d=\"\(shape.outline(radius: 104))\"/>"
            return Choice(shape.rawValue, Words[shape.phrase], picture: drawing("12 12 216 216", outline))
        }
    }

    private var colours: [Choice] {
        Artwork.Colour.allCases.map { colour in
            let circle: HTML = "<circle cx=\"8\" cy=\"8\" r=\"7.5\" fill=\"\(colour.swatch)\"/>"
            return Choice(colour.rawValue, Words[colour.phrase], picture: drawing("0 0 16 16", circle))
        }
    }

    /// The portal's own, after the one that was chosen from the library.
    private var symbols: [Choice] {
        let chosen = SymbolName(artwork.symbol).map { name in
            Choice(name.description, name.title, picture: symbol(artwork.symbolMarkup("currentColor")))
        }
        return [chosen].compactMap(\.self)
            + ArtworkSymbol.all.map { Choice($0.name, $0.words, picture: symbol($0.markup("currentColor"))) }
    }

    private func symbol(_ markup: String) -> HTML { drawing("0 0 16 16", HTML(trusted: markup)) }

    private var levels: [Choice] {
        Artwork.Level.allCases.map {
            Choice(String($0.rawValue), $0 == .none ? Words[.levelNone] : String($0.rawValue))
        }
    }

    private func drawing(_ box: StaticString, _ content: HTML) -> HTML {
        "<svg viewBox=\"\(HTML(stringLiteral: box))\" aria-hidden=\"true\">\(content)</svg>"
    }
}
