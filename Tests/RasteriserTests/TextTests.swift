import CZlib
import Core
import Foundation
import Testing

@testable import Rasteriser

@Suite("Texts of drawings")
struct TextTests {
    private static let font = TextBlock.Font(
        families: "Noto Sans, Noto Sans Hebrew, Noto Sans CJK JP, sans-serif",
        weight: 400
    )

    private func block(_ text: String, sizes: [Double] = [40], width: Double = 400, lines: Int = 1) -> TextBlock {
        TextBlock(text, font: Self.font, sizes: sizes, width: width, lines: lines)
    }

    /// What is drawn black on white: for each pixel of 400 by 100 red, green, blue.
    private func pixels(_ block: TextBlock, anchor: PlacedText.Anchor = .left, x: Double = 0) throws -> [[UInt8]] {
        let text = PlacedText(block, x: x, y: 60, anchor: anchor, leading: 40, colour: RGB(red: 0, green: 0, blue: 0))
        let drawing = Drawing(
            shapes:
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 1\"><rect width=\"4\" height=\"1\" fill=\"#fff\"/></svg>",
            texts: [text],
            width: 400,
            height: 100
        )
        return try ReadPNG(Rasteriser.palettePNG(drawing, width: 400, height: 100)).pixels
    }

    private func isColourful(_ pixel: [UInt8]) -> Bool { (pixel.max() ?? 0) - (pixel.min() ?? 0) > 90 }
    private func isInk(_ pixel: [UInt8]) -> Bool { pixel.allSatisfy { $0 < 128 } }

    @Test(
        "have emoji in colour, in every script",
        arguments: ["🏅", "Zoë 🐍", "שלום 🏅 כהן", "ليلى 🇩🇪 حداد", "佐藤 🏅 花子", "👩🏽‍🚀", "1️⃣ x", "देव 🏅"]
    )
    func colour(text: String) throws {
        #expect(try pixels(block(text)).filter(isColourful).count > 100)
    }

    @Test(
        "are in the colour that was asked for, where nothing is an emoji",
        arguments: ["Zoë 1 # *", "שלום", "ليلى", "佐藤", "देव"]
    )
    func plain(text: String) throws {
        let found = try pixels(block(text))
        #expect(found.filter(isColourful).isEmpty && found.filter(isInk).count > 100)
    }

    @Test("a family, a flag, a skin tone or a keycap is one picture, as wide as one", arguments: ["👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "1️⃣"])
    func cluster(text: String) {
        let line = TextSetter().layout(text, Self.font, size: 40, width: 400)
        let one = TextSetter().layout("🏅", Self.font, size: 40, width: 400)
        #expect(abs(line.width - one.width) < 1)
    }

    @Test("do not lie over each other: what comes after an emoji begins where it ends")
    func widths() {
        let width = { TextSetter().layout($0, Self.font, size: 40, width: 4_000).width }
        #expect(abs(width("a🏅b") - width("a") - width("🏅") - width("b")) < 1)
        #expect(abs(width("ש🏅ש") - 2 * width("ש") - width("🏅")) < 1)
    }

    @Test("stand at the edge that was asked for, in both directions", arguments: ["Zoë Martin", "שלום עולם"])
    func edges(text: String) throws {
        func columns(_ anchor: PlacedText.Anchor, _ x: Double) throws -> ClosedRange<Int> {
            let found = try pixels(block(text), anchor: anchor, x: x).enumerated().filter { isInk($0.element) }
            let columns = found.map { $0.offset % 400 }
            return (try #require(columns.min()))...(try #require(columns.max()))
        }
        #expect(try columns(.left, 20).lowerBound < 30)
        #expect(try columns(.right, 380).upperBound > 370)
        let middle = try columns(.middle, 200)
        #expect(abs(middle.lowerBound + middle.upperBound - 400) < 12)
    }

    @Test("take the largest size at which no word breaks, and break or cut only where nothing else helps")
    func fits() {
        let sizes = [40.0, 30, 20]
        #expect(block("Zoë", sizes: sizes).size == 40)
        let long = block("Datenverarbeitungsgesetz", sizes: sizes)
        #expect(long.size == 30 && !long.isForced && long.lineCount == 1)
        let two = block("Cloud and security for everybody", sizes: sizes, lines: 2)
        #expect(two.size == 40 && two.lineCount == 2)
        for text in [String(repeating: "x", count: 10_000), String(repeating: "漢🏅", count: 5_000)] {
            let forced = block(text, sizes: sizes, lines: 2)
            #expect(forced.isForced && forced.size == 20 && forced.lineCount == 2)
        }
    }

    @Test(
        "may be empty, or nothing but marks",
        arguments: ["", " ", "\u{200D}", String(repeating: "\u{301}", count: 9_000)]
    )
    func odd(text: String) throws {
        #expect(try pixels(block(text)).count == 40_000)
    }
}

/// A picture with colours in a PDF file as cairo writes it.
private struct PDFImage {
    let width: Int
    let pixels: [[UInt8]]

    static func all(in pdf: Data) throws -> [PDFImage] {
        var found: [PDFImage] = []
        var rest = pdf[...]
        while let mark = rest.range(of: Data("/Subtype /Image".utf8)) {
            rest = rest[mark.upperBound...]
            guard let start = rest.range(of: Data("stream\n".utf8)), let end = rest.range(of: Data("\nendstream".utf8))
            else { break }
            let details = String(decoding: rest[..<start.lowerBound], as: UTF8.self)
            if details.contains("/ColorSpace /DeviceRGB") {
                found.append(try PDFImage(details, packed: Array(rest[start.upperBound..<end.lowerBound])))
            }
        }
        return found
    }

    private init(_ details: String, packed: [UInt8]) throws {
        let number = { (name: Regex<(Substring, Substring)>) in
            details.firstMatch(of: name).flatMap { Int($0.output.1) }
        }
        width = try #require(number(/\/Width (\d+)/))
        var size = uLong(width * (try #require(number(/\/Height (\d+)/))) * 3)
        var bytes = [UInt8](repeating: 0, count: Int(size))
        try #require(uncompress(&bytes, &size, packed, uLong(packed.count)) == Z_OK)
        pixels = stride(from: 0, to: bytes.count, by: 3).map { Array(bytes[$0..<$0 + 3]) }
    }
}
