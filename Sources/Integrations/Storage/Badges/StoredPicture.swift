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
    var upload: String?

    init(_ picture: BadgePicture) {
        switch picture {
        case .artwork(let artwork):
            kind = .artwork
            shape = artwork.shape
            colour = artwork.colour
            symbol = artwork.symbol
            level = artwork.level
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
            return .artwork(Artwork(shape: shape, colour: colour, symbol: symbol, level: level))
        case .link:
            guard let url else { throw .unreadable("a picture without its link") }
            return .link(url)
        case .upload:
            guard let upload else { throw .unreadable("an upload without its id") }
            return .upload(ID(upload))
        }
    }
}
