import Core
import Foundation
import Hummingbird

/// Every token and every component of the design system in all states, built from what the pages are built from.
///
/// `GET /styleguide?theme=dark&dir=rtl`, only where the demo identity is on, which is on the developer's own machine;
/// that is also why its own words are English.
struct Styleguide {
    let site: Site

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("styleguide") { request, context in
            let query = request.uri.queryParameters
            let theme = query["theme"].flatMap { Layout.Theme(rawValue: String($0)) } ?? .system
            let isMirrored = query["dir"] == "rtl"
            let words = isMirrored ? site.words(.arabic) : Words.current
            return Words.$current.withValue(words) {
                site.response(page(theme, isMirrored: isMirrored), context)
            }
        }
    }

    private func page(_ theme: Layout.Theme, isMirrored: Bool) -> Page {
        let lead: HTML = """
            What the pages are made of. The names are those of the types in <code dir="ltr">Sources/App/Web/Components</code>. \
            Forced colours and reduced motion are switched on in the browser's developer tools.
            """
        return Page(
            title: "Style guide",
            body: """
                \(PageHeading("Style guide", lead: lead))<div class="row">\(themes(theme, isMirrored))\
                \(directions(theme, isMirrored))</div>
                <div class="stage"\(attribute: "data-theme", theme == .system ? nil : theme.rawValue)\
                \(attribute: "dir", isMirrored ? "rtl" : nil)>\(tokens)\(type)\(Self.specimens(now: site.now()))</div>
                """
        )
    }

    /// In the order in which a page meets them.
    static func specimens(now: Date) -> [Specimen] {
        frame + headings + actions + statements + badges(now) + verification(now) + sharing + lists + figures + fields
            + choices
    }

    private func themes(_ theme: Layout.Theme, _ isMirrored: Bool) -> FilterChips {
        let chips = [("System", Layout.Theme.system), ("Light", .light), ("Dark", .dark)].map { title, choice in
            FilterChips.Chip(
                title: title,
                href: "/styleguide?theme=\(choice.rawValue)\(isMirrored ? "&dir=rtl" : "")",
                isCurrent: choice == theme
            )
        }
        return FilterChips(label: "Colours", chips: chips)
    }

    private func directions(_ theme: Layout.Theme, _ isMirrored: Bool) -> FilterChips {
        let chips = [("Left to right", false), ("Right to left", true)].map { title, choice in
            FilterChips.Chip(
                title: title,
                href: "/styleguide?theme=\(theme.rawValue)\(choice ? "&dir=rtl" : "")",
                isCurrent: choice == isMirrored
            )
        }
        return FilterChips(label: "Direction", chips: chips)
    }
}
