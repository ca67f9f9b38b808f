import Core
import Testing

@testable import Rasteriser

@Suite("The rasteriser")
struct RasteriserTests {
    @Test("draws every shape as a PNG of the size that was asked for", arguments: Artwork.Shape.allCases)
    func shapes(shape: Artwork.Shape) throws {
        let artwork = Artwork(shape: shape, colour: .plum, symbol: "cloud", level: .three)
        let png = try Rasteriser.png(Array(artwork.svg(for: "🏅").utf8), side: 400)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(png[16..<24].elementsEqual([0, 0, 1, 144, 0, 0, 1, 144]))
        #expect(png.count > 2_000)
    }

    @Test("refuses what is no drawing", arguments: ["", "<html/>", "<svg", "🏅"])
    func refuses(text: String) {
        #expect(throws: RasterError.notDrawable) { try Rasteriser.png(Array(text.utf8), side: 10) }
    }
}
