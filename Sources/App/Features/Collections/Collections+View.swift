import Core
import HTTPTypes

extension Collections {
    func page(_ collection: BadgeCollection, _ person: Person, _ held: [HeldAward], _ context: PortalContext) -> Page {
        let isOwner = collection.person == context.person?.id
        let tiles = held.map { held in
            BadgeTile(
                name: held.content.name,
                href: "/awards/\(held.award.id)",
                picture: held.content.picture.address(for: held.slug),
                date: held.award.issuedOn,
                pill: held.award.verdict(at: site.now()) == .valid
                    ? nil : Pill("Ran out", tone: .warn, icon: .clock),
                level: 2
            )
        }
        let content: HTML =
            tiles.isEmpty
            ? EmptyState(
                title: "No badges here yet",
                text: isOwner ? "Choose some of yours." : "There is nothing to see at the moment.",
                icon: .grid,
                action: isOwner
                    ? ButtonLink("Choose badges", href: "/me/collections/\(collection.id)", kind: .main).html : nil
            ).html : BadgeGrid(tiles: tiles).html
        let lead: HTML? =
            collection.about.isEmpty ? nil : "<span class=\"lines\" dir=\"auto\">\(collection.about)</span>"
        let change = ButtonLink("Change", href: "/me/collections/\(collection.id)", icon: .pen)
        return Page(
            title: "\(collection.title), \(person.name)",
            body: """
                \(PageHeading(
                    collection.title,
                    lead: lead,
                    above: "<a href=\"/people/\(person.id.rawValue)\" dir=\"auto\">\(person.name)</a>",
                    actions: isOwner ? change.html : nil
                ))\(isOwner ? link(collection) : nil)\(content)
                """,
            head: "<meta name=\"robots\" content=\"noindex\">",
            caching: collection.visibility == .link ? .shared : .personal,
            pictureOrigins: Set(held.compactMap(\.content.picture.foreignOrigin))
        )
    }

    private func link(_ collection: BadgeCollection) -> HTML? {
        guard collection.visibility == .link else { return nil }
        let field = CopyField(
            id: "link",
            label: "Link to this collection",
            value: site.absolute("/collections/\(collection.id)")
        )
        return "<div class=\"card\">\(field)</div>"
    }

    func form(
        _ collection: BadgeCollection,
        _ held: [HeldAward],
        isNew: Bool,
        error: SharingError?,
        _ context: PortalContext
    ) -> Page {
        let address = isNew ? "/me/collections/new" : "/me/collections/\(collection.id)"
        let notice: Notice? = error.map { Notice(tone: .bad, title: $0.message, isAnswer: true) }
        return Page(
            status: error == nil ? .ok : .unprocessableContent,
            title: isNew ? "New collection" : "Change the collection",
            body: """
                \(PageHeading(isNew ? "New collection" : collection.title, lead: isNew ? "Badges that belong together, on a page of their own." : nil))
                \(notice)<form class="card stack" method="post" action="\(url: address)">\(context.formFields)\
                \(TextField(
                    name: "title",
                    label: "Name",
                    value: collection.title,
                    isRequired: true,
                    maxLength: BadgeCollection.titleLimit
                ))\(TextArea(name: "about", label: "What it shows", value: collection.about, isOptional: true))\
                \(choices(collection, held))\(visibility(collection))<div class="row">\(Button("Save", kind: .main))\
                \(isNew ? nil : Button("Remove the collection", kind: .danger, action: "\(address)/removal", skipsChecks: true))\
                </div></form>
                """
        )
    }

    private func choices(_ collection: BadgeCollection, _ held: [HeldAward]) -> HTML {
        guard !held.isEmpty else {
            return """
                <p class="soft">You have no badges yet. Those that wait for you are on your \
                <a href="/">home page</a>.</p>
                """
        }
        let rows = held.map { held -> HTML in
            """
            <label class="option"><input type="checkbox" name="award" value="\(held.award.id.rawValue)"\
            \(attribute: "checked", when: collection.awards.contains(held.award.id))>\
            <img src="\(url: held.content.picture.address(for: held.slug))" alt="" width="40" height="40">\
            <span><span dir="auto">\(held.content.name)</span>\
            <span class="soft small">\(DateText(held.award.issuedOn))</span></span></label>
            """
        }
        return FieldFrame("award", label: "Badges").group(classes: "options", "\(rows)")
    }

    private func visibility(_ collection: BadgeCollection) -> RadioList {
        RadioList(
            name: "visibility",
            label: "Who can see it",
            choices: [
                Choice("colleagues", "Signed-in colleagues"),
                Choice("link", "Anyone with the link", hint: "Badges that you hide stay hidden here as well."),
                Choice("owner", "Only you"),
            ],
            selected: collection.visibility.rawValue
        )
    }
}
