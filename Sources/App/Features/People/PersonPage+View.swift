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
            ? ButtonLink(Words[.peopleChangePage], href: "/me/profile", icon: .pen).html
            : mayAward ? ButtonLink(Words[.awardBadge], href: "/award", icon: .medal).html : nil
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
                    title: Words[isOwner ? .peopleNothingToShow : .peopleNothingToSee],
                    text: Words[isOwner ? .peopleAppear : .peopleWillAppear],
                    action: isOwner ? ButtonLink(Words[.seeAllBadges], href: "/badges", kind: .main).html : nil,
                    level: 3
                ).html
        } else {
            content = BadgeGrid(tiles: contents.held.map(tile)).html
        }
        return PageSection(id: "badges", title: Words[.badges], aside: nil, content: content)
    }

    private func tile(_ held: HeldAward) -> BadgeTile {
        BadgeTile(
            name: held.content.name,
            href: "/awards/\(held.award.id)",
            picture: held.content.picture.address(for: held.slug),
            date: held.award.issuedOn,
            pill: held.award.verdict(at: site.now()) == .valid
                ? nil : Pill(Words[.stateRanOut], tone: .warn, icon: .clock)
        )
    }

    private func collections(_ contents: Contents, isOwner: Bool) -> PageSection? {
        guard isOwner || !contents.collections.isEmpty else { return nil }
        let rows = contents.collections.map { collection in
            LinkList.Row(
                title: collection.title,
                href: "/collections/\(collection.id)",
                icon: .grid,
                note: Words.say(.countOfBadges, ["count": .count(collection.awards.count)])
            )
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"soft\">\(Words[.collectionsHint])</p>"
            : LinkList(rows).html
        let new: HTML? =
            isOwner ? ButtonLink(Words[.collectionNew], href: "/me/collections/new", icon: .plus).html : nil
        return PageSection(
            id: "collections",
            title: Words[.collectionsWord],
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
        let saved: Notice? = isSaved ? Notice(tone: .ok, title: Words[.saved], isAnswer: true) : nil
        let about = TextArea(
            name: "about",
            label: Words[.peopleAbout],
            value: profile.about,
            hint: Words.say(.peopleAboutHint, ["count": .count(Profile.aboutLimit)]),
            error: error
        )
        let visibility = RadioList(
            name: "visibility",
            label: Words[.peopleWhoSees],
            choices: [
                Choice("colleagues", Words[.shareColleagues]),
                Choice("link", Words[.shareAnyone], hint: Words[.shareNotListed]),
                Choice("owner", Words[.shareOwner]),
            ],
            selected: profile.visibility.rawValue,
            hint: Words[.peopleOwnSetting]
        )
        return Page(
            status: error == nil ? .ok : .unprocessableContent,
            title: Words[.yourPage],
            body: """
                \(PageHeading(
                    Words[.yourPage],
                    lead: "\(Words[.peoplePageLead])",
                    actions: ButtonLink(Words[.peopleLookAtIt], href: "/people/\(person.id)", icon: .eye).html
                ))\(saved)
                <form class="card stack" method="post" action="/me/profile">\(context.formFields)\(about)\(visibility)\
                <div class="row">\(Button(Words[.save], kind: .main))</div></form>
                """
        )
    }
}
