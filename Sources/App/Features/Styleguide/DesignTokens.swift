import Core
import Foundation

/// The colours of portal.css, read from the file itself, so that the page cannot say something else.
struct DesignTokens {
    struct Colour {
        let name: String
        let light: RGB
        let dark: RGB
    }

    let colours: [Colour]

    init(_ stylesheet: [UInt8]) {
        let text = String(decoding: stylesheet, as: UTF8.self)
        let line = /--([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);/
        colours = text.matches(of: line).compactMap { match in
            guard let light = RGB(hexadecimal: match.output.2), let dark = RGB(hexadecimal: match.output.3) else {
                return nil
            }
            return Colour(name: String(match.output.1), light: light, dark: dark)
        }
    }

    subscript(name: String) -> Colour? { colours.first { $0.name == name } }

    /// What stands on what, and the least contrast that it may have: 4.5 for text, 3 for edges and marks (WCAG 2.2, 1.4.3
    /// and 1.4.11).
    static let pairs: [(front: String, ground: String, least: Double)] =
        ["paper", "card", "sunk"].flatMap { ground in
            [("ink", ground, 4.5), ("soft", ground, 4.5), ("edge", ground, 3), ("focus", ground, 3)]
        } + ["paper", "card"].map { ("brand", $0, 4.5) }
        + [("on-brand", "brand", 4.5), ("brand", "brand-soft", 4.5)]
        + ["ok", "warn", "bad"].flatMap { [($0, "\($0)-soft", 4.5), ($0, "card", 4.5)] }
}

extension RGB {
    /// `#abc` or `#aabbcc`.
    init?(hexadecimal text: some StringProtocol) {
        let digits = text.dropFirst().compactMap(\.hexDigitValue).map(UInt8.init)
        switch digits.count {
        case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
        case 6:
            self.init(
                red: digits[0] * 16 + digits[1],
                green: digits[2] * 16 + digits[3],
                blue: digits[4] * 16 + digits[5]
            )
        default: return nil
        }
    }

    var hexadecimal: String {
        "#" + [red, green, blue].map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
