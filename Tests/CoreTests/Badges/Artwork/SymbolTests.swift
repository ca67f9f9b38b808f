import Core
import Testing

@Suite("Symbols from the library")
struct SymbolTests {
    @Test("have names of lowercase words", arguments: ["bi-rocket", "bi-rocket-takeoff-fill", "bi-123", "bi-1-circle"])
    func names(text: String) {
        #expect(SymbolName(text)?.description == text)
    }

    @Test(
        "have no other names",
        arguments: [
            "", "star", "bi-", "bi--a", "bi-a-", "bi-A", "bi-../x", "bi-a b", "bi-ünï", "bi-🚀", "bi-a\u{20DD}", "BI-a",
            "bi-" + String(repeating: "a", count: 62),
        ]
    )
    func noNames(text: String) {
        #expect(SymbolName(text) == nil)
    }

    @Test(
        "are drawn by path data and nothing else",
        arguments: [
            "", "h2", "M1 1\"/><script>", "M1 1 url(#a)", "M1 1&#x22;", "M1\n1",
            "M" + String(repeating: "1", count: 16_000),
        ]
    )
    func noShapes(text: String) {
        #expect(SymbolShape(text, isEvenOdd: false) == nil)
    }

    @Test("go along with the picture, in their own drawing")
    func drawn() throws {
        let shape = try #require(SymbolShape("M8 1.5a6.5 6.5 0 1 0 0 13z", isEvenOdd: true))
        let artwork = Artwork(shape: .circle, colour: .red, symbol: "bi-moon", drawing: [shape])
        let svg = artwork.svg(for: "moon")
        #expect(svg.ranges(of: "<path d=\"\(shape.path)\" fill=\"#fff\" fill-rule=\"evenodd\"/>").count == 1)
        #expect(artwork.description == "A red circle with moon")
        let lost = Artwork(shape: .circle, colour: .red, symbol: "bi-moon")
        let star = Artwork(shape: .circle, colour: .red, symbol: ArtworkSymbol.star.name)
        #expect(lost.symbolMarkup("#fff") == star.symbolMarkup("#fff"))
    }
}

@Suite("Legibility")
struct LegibilityTests {
    @Test("is good on light and dark for every drawn picture", arguments: Artwork.Colour.allCases)
    func drawn(colour: Artwork.Colour) {
        let legibility = Artwork(shape: .shield, colour: colour, symbol: "star").legibility
        #expect(legibility.isClearOnLight && legibility.isClearOnDark)
    }

    @Test("is bad for white on light, for black on dark, and for nothing at all")
    func plain() {
        let white = Legibility(of: [.white, .white])
        #expect(!white.isClearOnLight && white.isClearOnDark)
        let black = Legibility(of: [RGB(red: 0, green: 0, blue: 0)])
        #expect(black.isClearOnLight && !black.isClearOnDark)
        #expect(!Legibility(of: []).isClearOnLight && !Legibility(of: []).isClearOnDark)
    }
}
