import Foundation
import FoundationXML
import Testing

@testable import Core

@Suite("Artwork")
struct ArtworkTests {
    @Test("draws the same bytes for the same badge")
    func deterministic() {
        let artwork = Artwork(shape: .shield, colour: .indigo, symbol: "cloud", level: .two)
        #expect(artwork.svg(for: "cloud-security") == artwork.svg(for: "cloud-security"))
    }

    @Test("draws equal choices differently for different badges")
    func different() {
        let artwork = Artwork(shape: .circle, colour: .red, symbol: "heart")
        #expect(artwork.svg(for: "first-aid") != artwork.svg(for: "kindness"))
    }

    @Test(
        "draws well-formed SVG of at most 4 KB, without text, script or anything from outside",
        arguments: Artwork.all
    )
    func document(artwork: Artwork) throws {
        let svg = artwork.svg(for: "a-badge")
        #expect(svg.utf8.count <= 4_096)
        let names = try #require(ElementNames(of: svg))
        #expect(
            Set(names.found).isSubset(of: ["svg", "defs", "linearGradient", "stop", "clipPath", "path", "g"])
        )
        #expect(svg.components(separatedBy: "http").count == 2, "only the namespace is an address")
    }

    @Test("names its parts so that several pictures can stand in one page")
    func names() {
        let plain = Artwork(shape: .circle, colour: .red, symbol: "heart")
        let other = Artwork(shape: .circle, colour: .blue, symbol: "heart")
        let ids = [plain.svg(for: "one"), plain.svg(for: "two"), other.svg(for: "one")].map(Self.firstID)
        #expect(Set(ids).count == 3)
    }

    @Test(
        "shows the white symbol with at least 3:1 on every plate, also on its lightest facet",
        arguments: Artwork.Colour.allCases
    )
    func contrast(colour: Artwork.Colour) {
        let plate = ArtworkPalette(colour).plate
        #expect(plate.contrast(with: .white) >= 4)
        #expect(plate.lightened(by: Artwork.brightestFacet).contrast(with: .white) >= 3)
    }

    @Test("draws a star for a symbol that is not there any more")
    func unknownSymbol() {
        #expect(ArtworkSymbol.named("floppy-disk").name == "star")
        let lost = Artwork(shape: .circle, colour: .red, symbol: "floppy-disk").svg(for: "a")
        #expect(lost.contains(ArtworkSymbol.star.markup("#fff")))
    }

    @Test("proposes the same picture for the same slug, never in grey, and not one for all")
    func proposed() {
        let slugs = (0..<200).map { "badge-\($0)" }
        let proposals = slugs.map(Artwork.proposed)
        #expect(proposals == slugs.map(Artwork.proposed))
        #expect(!proposals.contains { $0.colour == .slate })
        #expect(Set(proposals).count > 150)
    }

    @Test("has symbols with names of their own")
    func symbols() {
        #expect(Set(ArtworkSymbol.all.map(\.name)).count == ArtworkSymbol.all.count)
        #expect(ArtworkSymbol.all.count >= 24)
    }

    @Test("says in words what it shows")
    func words() {
        let artwork = Artwork(shape: .shield, colour: .indigo, symbol: "cloud", level: .two)
        #expect(artwork.description == "An indigo shield with a cloud, level 2")
        #expect(Artwork(shape: .circle, colour: .red, symbol: "x").description == "A red circle with a star")
    }

    @Test("comes back from JSON as it was, and not with a level that is none")
    func json() throws {
        let artwork = Artwork(shape: .rosette, colour: .lime, symbol: "leaf", level: .three)
        let data = try JSONEncoder().encode(artwork)
        #expect(try JSONDecoder().decode(Artwork.self, from: data) == artwork)
        let wrong = Data(#"{"shape":"circle","colour":"red","symbol":"star","level":4}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Artwork.self, from: wrong) }
    }

    private static func firstID(in svg: String) -> Substring? {
        svg.components(separatedBy: "id=\"").dropFirst().first?.prefix { $0 != "\"" }
    }
}

extension Artwork {
    /// Every shape, colour, symbol and level at least once, the largest drawings among them.
    static var all: [Artwork] {
        let symbols = ArtworkSymbol.all
        return Shape.allCases.flatMap { shape in
            symbols.enumerated().map { index, symbol in
                let colour = Colour.allCases[index % Colour.allCases.count]
                return Artwork(shape: shape, colour: colour, symbol: symbol.name, level: .three)
            }
        }
    }
}

/// The names of all elements of a document, or nil when it is not well-formed.
private final class ElementNames: NSObject, XMLParserDelegate {
    private(set) var found: [String] = []

    init?(of xml: String) {
        super.init()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        found.append(name)
    }
}
