import Core

/// A whole document around the contents of a page.
struct Layout: Component {
    /// Of the window, and of a search result: the page first, then the portal.
    let title: String
    var description: String?
    var language = Language.english
    var theme = Theme.system
    let assets: Assets
    /// Further elements of `<head>`: robots, Open Graph, a canonical address.
    var head: HTML?
    /// A company's own, above ours.
    var header: Slot?
    let topBar: TopBar
    let footer: Footer
    /// A company's own, below ours.
    var companyFooter: Slot?
    var skip = Words[.skip]
    let content: HTML

    enum Theme: String {
        case system
        case light
        case dark

        init(_ appearance: Preferences.Appearance) {
            switch appearance {
            case .light: self = .light
            case .dark: self = .dark
            }
        }
    }

    /// Where the browser finds what every page needs; the addresses change with the files.
    struct Assets {
        let stylesheet: String
        let script: String
        let favicon: String
        /// A company's own stylesheet, after ours.
        var theme: String?
    }

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.tag)" dir="\(language.isRightToLeft ? "rtl" : "ltr")"\
        \(attribute: "data-theme", theme == .system ? nil : theme.rawValue)>
        <head>
        <meta charset="utf-8"><title>\(title)</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">\(themeColours)\(descriptionLine)
        <link rel="icon" href="\(url: assets.favicon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(url: assets.stylesheet)">\(companyStyles)
        <script src="\(url: assets.script)" type="module"></script>
        \(head)</head>
        <body>
        <a class="skip" href="#main">\(skip)</a>
        \(header)\(topBar)
        <main id="main" tabindex="-1"><div class="wrap">
        \(content)
        </div></main>
        \(footer)\(companyFooter)
        </body>
        </html>

        """
    }

    /// The browser's own bar in the colour of ours.
    private var themeColours: HTML {
        """
        <meta name="theme-color" content="#fffefc" media="(prefers-color-scheme: light)">\
        <meta name="theme-color" content="#1f1d1a" media="(prefers-color-scheme: dark)">
        """
    }

    private var descriptionLine: HTML? { description.map { "<meta name=\"description\" content=\"\($0)\">" } }

    private var companyStyles: HTML? { assets.theme.map { "<link rel=\"stylesheet\" href=\"\(url: $0)\">" } }
}
