import Core
import Foundation

/// How a company dresses the portal.
struct Theme: Sendable, Equatable {
    /// Buttons and links; nil is ours.
    var colour: RGB?
    /// The address of the logo; nil is the laurel.
    var logo: String?
    var slots = Slots()

    /// The company's own header and footer, with their own styles.
    ///
    /// They stand in shadow roots: their styles do not reach our pages, ours do not reach them. Only whoever runs the
    /// server sets them, because they are HTML as it is.
    struct Slots: Sendable, Equatable {
        var header = ""
        var footer = ""
        var styles: [Style] = []
        /// Other servers whose pictures and fonts the slots show, as origins.
        var origins: [String] = []
    }

    struct Style: Sendable, Equatable, Codable {
        var href: String
        /// As in W3C SRI: `sha384-…`.
        var integrity: String?
    }

    static let none = Theme()

    /// What is set on the page for administrators beats the file.
    func overlaid(by chosen: ChosenTheme?) -> Theme {
        var theme = self
        if let colour = chosen?.colour.flatMap(RGB.init(hex:)) { theme.colour = colour }
        if let logo = chosen?.logo { theme.logo = logo }
        return theme
    }
}

/// What administrators set on a page.
struct ChosenTheme: Sendable, Equatable, Codable {
    static let setting = "theme"
    /// `#rrggbb`.
    var colour: String?
    var logo: String?
}

extension RGB {
    /// `#rrggbb`, as people write it: with or without `#`, in any case.
    init?(hex text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ ($0 as UInt8).isHexadecimal }),
            let number = UInt32(digits, radix: 16)
        else { return nil }
        self.init(
            red: UInt8(number >> 16 & 0xFF),
            green: UInt8(number >> 8 & 0xFF),
            blue: UInt8(number & 0xFF)
        )
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
