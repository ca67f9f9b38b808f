import Core

extension Styleguide {
    static var frame: [Specimen] {
        let items = [
            TopBar.Item(title: "Home", href: "#main", isCurrent: true), TopBar.Item(title: "Badges", href: "#main"),
        ]
        return [
            Specimen(
                TopBar.self,
                [
                    "A stranger's": TopBar(name: "Acme", items: items, label: "Sample"),
                    "With a search": TopBar(
                        name: "Acme 🏔️ Académie",
                        items: items,
                        search: TextLink("Search", href: "/search"),
                        label: "Sample with a search"
                    ),
                ]
            ),
            Specimen(
                Footer.self,
                ["": Footer(note: Words[.footerNote], links: [TextLink(Words[.allBadges], href: "/badges")])]
            ),
        ]
    }

    static var headings: [Specimen] {
        [
            Specimen(
                PageHeading.self,
                [
                    "Alone": PageHeading("Badges"),
                    "With everything": PageHeading(
                        "ענן 🐍 Cloud",
                        lead: "Seven badges that can be earned.",
                        above: "Acme",
                        actions: ButtonLink("Change", href: "#main", icon: .pen).html
                    ),
                ]
            ),
            Specimen(
                PageSection.self,
                [
                    "": PageSection(
                        id: "sample-section",
                        title: "Keep going",
                        aside: TextLink("All 12", href: "#main").html,
                        content: "<p>What stands below its heading.</p>"
                    )
                ]
            ),
            Specimen(
                Card.self,
                ["": Card(id: "sample-card", title: "Share it", hint: "Two clicks.", content: "<p>Content.</p>")]
            ),
            Specimen(
                Hero.self,
                [
                    "": Hero(
                        title: "Cloud expert",
                        picture: picture("cloud-expert"),
                        above: "You earned",
                        lead: "Keeps clouds in the sky, and says why.",
                        facts: FactsList([.init("Issued by", text: "Acme 🏅")])
                    )
                ]
            ),
        ]
    }

    static var actions: [Specimen] {
        [
            Specimen(
                Button.self,
                [
                    "The one of the page": Button("Claim all 3", kind: .main, isLarge: true),
                    "Main": Button("Save", kind: .main), "Plain": Button("Copy link", icon: .copy),
                    "Quiet": Button("Refresh", kind: .quiet, icon: .refresh),
                    "What cannot be undone": Button("Take back", kind: .danger, icon: .trash),
                ]
            ),
            Specimen(
                ButtonLink.self,
                [
                    "Main": ButtonLink("See all badges", href: "#main", kind: .main),
                    "Plain": ButtonLink("Teams", href: "#main", icon: .people),
                ]
            ),
            Specimen(TextLink.self, ["": TextLink("What it says about you", href: "#main")]),
            Specimen(
                ProviderButton.self,
                [
                    "The first": ProviderButton(title: "Continue with Entra", href: "#main", isMain: true),
                    "Another": ProviderButton(title: "Continue with SAML", href: "#main"),
                ]
            ),
            Specimen(Icon.self, ["Decoration": Icon(.medal), "Alone": Icon(.seal, label: "Genuine")]),
            Specimen(
                FilterChips.self,
                [
                    "": FilterChips(
                        label: "Pages of samples",
                        chips: [
                            .init(title: "All", href: "#main", count: 12, isCurrent: true),
                            .init(title: "Yours", href: "#main", count: 3),
                        ]
                    )
                ]
            ),
            Specimen(AdminNav.self, ["": AdminNav(current: "/admin/people")]),
            Specimen(
                Pagination.self,
                ["In the middle": Pagination(label: "Pages", current: 5, count: 12) { "#\($0)" }]
            ),
        ]
    }

    /// The drawing that the portal proposes for a slug.
    static func picture(_ slug: String) -> String {
        BadgePicture.artwork(.proposed(for: slug)).address(slug: slug)
    }
}
