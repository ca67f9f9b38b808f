import Core
import Foundation

@testable import App

/// Made-up pages that show every part at work.
enum Sample {
    static let pages: KeyValuePairs<String, HTML> = [
        "styleguide": styleguide,
        "home": home,
        "badges": badgeList,
        "badge": badge,
        "my-badge": myBadge,
        "verify": verification(.good),
        "verify-taken-back": verification(.takenBack),
        "verify-ran-out": verification(.ranOut),
        "verify-unknown": verification(.unknown),
        "design": design(hasErrors: false),
        "design-errors": design(hasErrors: true),
        "sign-in": signIn,
        "admin": admin,
    ]

    static let now = Date(timeIntervalSince1970: 1_795_468_440)

    static func day(_ daysAgo: Int) -> Date { now.addingTimeInterval(-86_400 * Double(daysAgo)) }

    static let badges: [(slug: String, artwork: Artwork)] = [
        ("cloud-security", Artwork(shape: .shield, colour: .indigo, symbol: "cloud", level: .two)),
        ("data-storytelling", Artwork(shape: .hexagon, colour: .orange, symbol: "chart", level: .one)),
        ("inclusive-leader", Artwork(shape: .rosette, colour: .plum, symbol: "people")),
        ("kubernetes-operator", Artwork(shape: .octagon, colour: .blue, symbol: "network", level: .three)),
        ("privacy-aware", Artwork(shape: .circle, colour: .teal, symbol: "lock", level: .one)),
        ("first-aid", Artwork(shape: .circle, colour: .red, symbol: "aid")),
        ("swift-server", Artwork(shape: .hexagon, colour: .amber, symbol: "bolt", level: .two)),
        ("mentor", Artwork(shape: .diamond, colour: .green, symbol: "chat")),
        ("ai-literacy", Artwork(shape: .diamond, colour: .violet, symbol: "spark", level: .one)),
        ("green-it", Artwork(shape: .rosette, colour: .lime, symbol: "leaf", level: .one)),
        ("accessibility", Artwork(shape: .octagon, colour: .pink, symbol: "access", level: .two)),
        ("incident-commander", Artwork(shape: .shield, colour: .red, symbol: "megaphone", level: .three)),
        ("networking", Artwork(shape: .circle, colour: .slate, symbol: "medal")),
        ("negotiation", Artwork(shape: .hexagon, colour: .teal, symbol: "care", level: .two)),
    ]

    static func page(
        _ title: String,
        current: String = "",
        isSignedIn: Bool = true,
        head: HTML? = nil,
        _ content: HTML
    ) -> HTML {
        let items =
            isSignedIn ? ["Home": "home", "Badges": "badges", "Design": "design", "Admin": "admin"] : KeyValuePairs()
        let guest = ["Check a badge": "verify", "Sign in": "sign-in"] as KeyValuePairs
        let person = TopBar.Person(
            name: "Priya Raman",
            links: [TextLink("Your badges", href: "/home.html"), TextLink("Settings", href: "/styleguide.html")],
            signOut: TopBar.SignOut(fields: "<input type=\"hidden\" name=\"csrf\" value=\"x\">")
        )
        return Layout(
            title: "\(title) | Laurel",
            description: "A sample page of Laurel, the badge portal of Meridian Group.",
            assets: Layout.Assets(
                stylesheet: "/assets/portal.css",
                script: "/assets/portal.js",
                favicon: "/assets/favicon.svg"
            ),
            head: head,
            topBar: TopBar(
                name: "Laurel",
                subtitle: "at Meridian",
                home: "/home.html",
                items: (isSignedIn ? items : guest).map { item in
                    TopBar.Item(title: item.key, href: "/\(item.value).html", isCurrent: item.value == current)
                },
                search: isSignedIn ? TextLink("Search badges and people", href: "/badges.html") : nil,
                person: isSignedIn ? person : nil
            ),
            footer: Footer(
                note: "Badges follow the Open Badges 2.0 and 3.0 standards.",
                links: ["Help", "Privacy", "Accessibility"].map { TextLink($0, href: "/styleguide.html") }
            ),
            content: content
        ).html
    }
}
