import Core
import Foundation

/// What the form holds.
struct ThemeForm {
    private static let logoLimit = 500
    let colour: String
    var logo: String
    /// Why the uploaded logo was not taken.
    var fileProblem: String?

    init(colour: String, logo: String) {
        self.colour = colour
        self.logo = logo
    }

    init(_ form: FormBody) {
        self.init(
            colour: (form.fields["colour"] ?? "").trimmed,
            logo: (form.fields["logo"] ?? "").trimmed
        )
    }

    var isRight: Bool { colourProblem == nil && logoProblem == nil && fileProblem == nil }

    var colourProblem: String? { colour.isEmpty || RGB(hex: colour) != nil ? nil : Words[.themeNoColour] }

    var logoProblem: String? {
        if logo.isEmpty || logo.hasPrefix("/") && !logo.hasPrefix("//") && logo.utf8.count <= Self.logoLimit {
            return nil
        }
        let isAddress =
            logo.hasPrefix("https://") && logo.utf8.count <= Self.logoLimit && URL(string: logo)?.host() != nil
        return isAddress ? nil : Words[.notWebAddress]
    }

    /// The numbers of WCAG, and the colour that is used instead of one that is too pale.
    var contrast: Checklist? {
        guard let colour = RGB(hex: colour) else { return nil }
        let colours = ThemeColours(colour)
        let ratio = min(colour.contrast(with: .white), colour.contrast(with: ThemeColours.paper))
        let passes = colours.light == colour
        let nearest: HTML? = passes ? nil : " \(Words.say(.themeNearest, ["colour": .text(colours.light.hex)]))"
        let verdict = Words[passes ? .themePasses : .themeFails]
        return Checklist([
            Checklist.Item(
                passes ? .ok : .warn,
                "\(verdict): \(Words.say(.themeContrast, ["ratio": .text(Self.oneDigit(ratio))]))\(nearest)"
            ),
            Checklist.Item(.ok, Self.line(.themeLight, colours.light, colours.lightContrast)),
            Checklist.Item(.ok, Self.line(.themeDark, colours.dark, colours.darkContrast)),
        ])
    }

    /// A colour that is used, and how well it can be read.
    private static func line(_ phrase: Phrase, _ colour: RGB, _ ratio: Double) -> HTML {
        "\(Words[phrase]): \(Swatch(colour)) <b class=\"num\" dir=\"ltr\">\(oneDigit(ratio)):1</b>"
    }

    /// Rounded down: 4.49 does not pass.
    static func oneDigit(_ ratio: Double) -> String {
        let tenths = Int((ratio * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// A colour and its name.
struct Swatch: Component {
    let colour: RGB
    init(_ colour: RGB) { self.colour = colour }

    var html: HTML {
        """
        <svg class="swatch" width="20" height="20" aria-hidden="true"><rect width="20" height="20" rx="5" \
        fill="\(colour.hex)"/></svg> <code>\(colour.hex)</code>
        """
    }
}
