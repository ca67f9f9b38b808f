import Core
import Foundation

/// A badge's picture as JSON: fixed here, so that a renaming in Core does not make old badges unreadable.
struct StoredPicture: Codable {
    enum Kind: String, Codable {
        case artwork
        case link
        case upload
    }

    var kind: Kind
    var shape: Artwork.Shape?
    var colour: Artwork.Colour?
    var symbol: String?
    var level: Artwork.Level?
    var url: URL?
    /// Of a symbol from the library.
    var drawing: [Drawn]?
    /// What was uploaded; of an artwork with such a symbol, what was drawn.
    var upload: String?

    /// One area of a symbol.
    struct Drawn: Codable {
        var path: String
        var evenOdd: Bool?
    }

    init(_ picture: BadgePicture) {
        switch picture {
        case .artwork(let artwork):
            kind = .artwork
            shape = artwork.shape
            colour = artwork.colour
            symbol = artwork.symbol
            level = artwork.level
            if !artwork.drawing.isEmpty {
                drawing = artwork.drawing.map { Drawn(path: $0.path, evenOdd: $0.isEvenOdd ? true : nil) }
            }
            upload = artwork.kept?.rawValue
        case .link(let url):
            kind = .link
            self.url = url
        case .upload(let id):
            kind = .upload
            upload = id.rawValue
        }
    }

    func picture() throws(SQLError) -> BadgePicture {
        switch kind {
        case .artwork:
            guard let shape, let colour, let symbol, let level else { throw .unreadable("half an artwork") }
            return .artwork(
                Artwork(
                    shape: shape,
                    colour: colour,
                    symbol: symbol,
                    level: level,
                    drawing: (drawing ?? []).compactMap { SymbolShape($0.path, isEvenOdd: $0.evenOdd ?? false) },
                    kept: upload.map { ID($0) }
                )
            )
        case .link:
            guard let url else { throw .unreadable("a picture without its link") }
            return .link(url)
        case .upload:
            guard let upload else { throw .unreadable("an upload without its id") }
            return .upload(ID(upload))
        }
    }
}
