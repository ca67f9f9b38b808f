import Core

/// The colours that follow from a company's own: for light and for dark pages, each readable (WCAG 2.2, 1.4.3).
struct ThemeColours: Sendable, Equatable {
    /// What text and buttons need.
    static let readable = 4.5

    let light: RGB
    let dark: RGB

    static let paper = RGB(red: 0xF8, green: 0xF5, blue: 0xEE)
    private static let night = RGB(red: 0x2A, green: 0x28, blue: 0x24)
    private static let black = RGB(red: 0, green: 0, blue: 0)
    private static let steps = 100

    /// A colour that is too pale is taken darker until it can be read; on dark pages lighter.
    init(_ colour: RGB) {
        light = Self.first(from: colour, to: Self.black) {
            $0.contrast(with: .white) >= Self.readable && $0.contrast(with: Self.paper) >= Self.readable
        }
        dark = Self.first(from: colour, to: .white) { $0.contrast(with: Self.night) >= Self.readable }
    }

    /// The worse of those on light pages.
    var lightContrast: Double { min(light.contrast(with: .white), light.contrast(with: Self.paper)) }
    var darkContrast: Double { dark.contrast(with: Self.night) }

    private static func first(from: RGB, to: RGB, where passes: (RGB) -> Bool) -> RGB {
        for step in 0...steps {
            let colour = from.mixed(with: to, share: Double(step) / Double(steps))
            if passes(colour) { return colour }
        }
        return to
    }

    /// The tokens of portal.css, in the layer that wins.
    var stylesheet: String {
        let onDark = Self.black.contrast(with: dark) >= RGB.white.contrast(with: dark) ? "#10151d" : "#fff"
        return """
            @layer theme{:root{--brand:light-dark(\(light.hex),\(dark.hex));--on-brand:light-dark(#fff,\(onDark));\
            --brand-soft:light-dark(\(light.mixed(with: .white, share: 0.9).hex),\
            \(dark.mixed(with: Self.night, share: 0.85).hex))}}

            """
    }
}

extension RGB {
    /// This colour with `share` of another.
    func mixed(with other: RGB, share: Double) -> RGB {
        func mix(_ own: UInt8, _ others: UInt8) -> UInt8 {
            UInt8((Double(own) + (Double(others) - Double(own)) * share).rounded())
        }
        return RGB(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
