import Core
import HTTPTypes

extension PersonPage {
    func page(_ contents: Contents, _ context: PortalContext) -> Page {
        let isOwner = contents.person.id == context.person?.id
        return Page(
            title: contents.person.name,
            body: view(contents, isOwner: isOwner, mayAward: context.person?.may(.designer) == true),
            head: "<meta name=\"robots\" content=\"noindex\">",
            caching: contents.profile.visibility == .link ? .shared : .personal,
            pictureOrigins: Set(contents.held.compactMap(\.content.picture.foreignOrigin))
        )
    }

    private func view(_ contents: Contents, isOwner: Bool, mayAward: Bool) -> HTML {
        let about: HTML? =
            contents.profile.about.isEmpty ? nil : "<span class=\"lines\" dir=\"auto\">\(contents.profile.about)</span>"
        let actions: HTML? =
            isOwner
            ? ButtonLink("Change this page", href: "/me/profile", icon: .pen).html
            : mayAward ? ButtonLink("Award a badge", href: "/award", icon: .medal).html : nil
        return """
            \(PageHeading(contents.person.name, lead: about, above: "\(site.organisation)", actions: actions))
            \(badges(contents, isOwner: isOwner))\(elsewhere(contents))\(collections(contents, isOwner: isOwner))
            """
    }

    private func badges(_ contents: Contents, isOwner: Bool) -> PageSection {
        let content: HTML
        if contents.held.isEmpty {
            content =
                EmptyState(
                    title: isOwner ? "Nothing to show yet" : "Nothing to see here yet",
                    text: isOwner
                        ? "Badges appear here when you claim them, unless you hide them." : "Badges will appear here.",
                    action: isOwner ? ButtonLink("See all badges", href: "/badges", kind: .main).html : nil,
                    level: 3
                ).html
        } else {
            content = BadgeGrid(tiles: contents.held.map(tile)).html
        }
        return PageSection(id: "badges", title: "Badges", aside: nil, content: content)
    }

    private func tile(_ held: HeldAward) -> BadgeTile {
        BadgeTile(
            name: held.content.name,
            href: "/awards/\(held.award.id)",
            picture: held.content.picture.address(for: held.slug),
            date: held.award.issuedOn,
            pill: held.award.verdict(at: site.now()) == .valid ? nil : Pill("Ran out", tone: .warn, icon: .clock)
        )
    }

    private func collections(_ contents: Contents, isOwner: Bool) -> PageSection? {
        guard isOwner || !contents.collections.isEmpty else { return nil }
        let rows = contents.collections.map { collection in
            LinkList.Row(
                title: collection.title,
                href: "/collections/\(collection.id)",
                icon: .grid,
                note: CollectionWords.count(collection.awards.count)
            )
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"soft\">Put badges that belong together into one page, for an application or a profile.</p>"
            : LinkList(rows).html
        let new: HTML? = isOwner ? ButtonLink("New collection", href: "/me/collections/new", icon: .plus).html : nil
        return PageSection(
            id: "collections",
            title: "Collections",
            aside: new,
            content: "<div class=\"card\">\(list)</div>"
        )
    }

    func form(
        _ person: Person,
        _ profile: Profile,
        isSaved: Bool = false,
        error: String? = nil,
        _ context: PortalContext
    ) -> Page {
        let saved: Notice? = isSaved ? Notice(tone: .ok, title: "Saved.", isAnswer: true) : nil
        let about = TextArea(
            name: "about",
            label: "About you",
            value: profile.about,
            hint: "Two sentences are enough. At most \(Profile.aboutLimit) characters.",
            error: error
        )
        let visibility = RadioList(
            name: "visibility",
            label: "Who can see your page",
            choices: [
                Choice("colleagues", "Signed-in colleagues"),
                Choice("link", "Anyone with the link", hint: "Search engines are asked not to list it."),
                Choice("owner", "Only you"),
            ],
            selected: profile.visibility.rawValue,
            hint: "Each badge and each collection has its own setting as well. Your email address is never shown."
        )
        return Page(
            status: error == nil ? .ok : .unprocessableContent,
            title: "Your page",
            body: """
                \(PageHeading(
                    "Your page",
                    lead: "What others see when they look you up.",
                    actions: ButtonLink("Look at it", href: "/people/\(person.id)", icon: .eye).html
                ))\(saved)
                <form class="card stack" method="post" action="/me/profile">\(context.formFields)\(about)\(visibility)\
                <div class="row">\(Button("Save", kind: .main))</div></form>
                """
        )
    }
}
