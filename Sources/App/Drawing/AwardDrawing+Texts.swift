import Core
import Rasteriser

extension TextBlock.Font {
    /// No font of emoji is named: beside one, digits and spaces would be taken from it; Pango finds it by itself.
    static let sans = Self(
        families: "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans CJK JP, sans-serif",
        weight: 400
    )
    static let bold = Self(families: sans.families, weight: 700)
    static let serif = Self(
        families: "Noto Serif, Noto Naskh Arabic, Noto Serif Hebrew, Noto Serif CJK JP, Noto Serif Devanagari, serif",
        weight: 600
    )
}

extension AwardDrawing {
    static let ink = RGB(red: 0x1B, green: 0x1C, blue: 0x20)
    static let soft = RGB(red: 0x57, green: 0x5A, blue: 0x63)
    static let blue = RGB(red: 0x1B, green: 0x4F, blue: 0x9C)

    static func block(
        _ text: String,
        _ font: TextBlock.Font,
        sizes: [Double],
        width: Double,
        lines: Int = 1
    ) -> TextBlock {
        TextBlock(XMLText.allowed(text), font: font, sizes: sizes, width: width, lines: lines)
    }
}
