import Core

extension Welcome {
    private static let secondsToLookAgain = 3

    func page(_ contents: Contents, _ context: PortalContext) -> Page {
        let shown = contents.waiting.map(\.content) + contents.begin.map(\.content)
        return Page(
            title: Words.say(.welcomeTitle, ["person": .text(contents.person.name)]),
            section: .home,
            body: """
                \(PageHeading(Words.say(.welcomeTitle, ["person": .text(contents.person.name)]), lead: lead(contents)))\
                \(looking(contents))\(found(contents, context.formFields))\(begin(contents))\(more(contents))
                """,
            head: contents.isLooking && contents.waiting.isEmpty ? Self.again : .empty,
            pictureOrigins: Set(shown.compactMap(\.picture.foreignOrigin))
        )
    }

    private static var again: HTML {
        """
        <meta name="laurel-reload" content="\(secondsToLookAgain * 1_000)">\
        <noscript><meta http-equiv="refresh" content="\(secondsToLookAgain)"></noscript>
        """
    }

    private func lead(_ contents: Contents) -> HTML {
        guard !contents.waiting.isEmpty else { return "\(Words[.welcomeNothing])" }
        return "\(Words.say(.welcomeFound, ["count": .count(contents.waiting.count)]))"
    }

    private func looking(_ contents: Contents) -> Notice? {
        guard contents.isLooking else { return nil }
        return Notice(
            tone: .neutral,
            title: Words[.welcomeLooking],
            content: contents.waiting.isEmpty ? "\(Words[.welcomeLookingText])" : .empty
        )
    }

    private func found(_ contents: Contents, _ formFields: HTML) -> HTML? {
        guard let first = contents.waiting.first else { return nil }
        let count = contents.waiting.count
        let tiles = contents.waiting.map { held in
            BadgeTile(
                name: held.content.name,
                href: "/awards/\(held.award.id)",
                picture: held.content.picture.address(for: held.slug),
                date: held.award.issuedOn,
                level: 2
            )
        }
        let button = count == 1 ? Words[.claimBadge] : Words.say(.claimAll, ["count": .count(count)])
        let organisation: HTML = "<span dir=\"auto\">\(site.organisation)</span>"
        return """
            \(BadgeGrid(tiles: tiles))<form class="card welcome" method="post" action="/claims">\(formFields)\
            <p>\(Words.html(.welcomeYours, ["organisation": organisation]))</p>\
            \(Button(button, kind: .main, isLarge: true, label: count == 1 ? "\(button): \(first.content.name)" : nil))</form>
            """
    }

    private func begin(_ contents: Contents) -> PageSection? {
        guard !contents.begin.isEmpty else { return nil }
        let cards = contents.begin.map(CouldEarnCard.init(badge:))
        return PageSection(
            id: "begin",
            title: Words[.welcomeBegin],
            aside: TextLink(Words[.seeAllBadges], href: "/badges").html,
            content: "<ul class=\"grid\">\(cards)</ul>"
        )
    }

    private func more(_ contents: Contents) -> HTML {
        let name = Card(
            id: "name",
            title: Words[.welcomeNameTitle],
            content: """
                <p>\(Words.html(.welcomeName, ["person": "<b dir=\"auto\">\(contents.person.name)</b>"]))</p>
                """
        )
        let address = Card(
            id: "private",
            title: Words[.welcomePrivate],
            content: """
                <p>\(Words[.welcomePrivateText])</p>\
                <p>\(ButtonLink(Words[.welcomePrivate], href: "/settings/addresses", icon: .mail))</p>
                """
        )
        let isEmpty = contents.waiting.isEmpty
        let onward = ButtonLink(Words[.welcomeOnward], href: "/", kind: isEmpty ? .main : .quiet)
        return """
            <div class="section pair">\(isEmpty ? nil : name)\(sendsCodes ? address : nil)</div><p class="onward">\(onward)</p>
            """
    }
}
