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
                    ? nil : Pill(Words[.stateRanOut], tone: .warn, icon: .clock),
                level: 2
            )
        }
        let content: HTML =
            tiles.isEmpty
            ? EmptyState(
                title: Words[.collectionEmpty],
                text: Words[isOwner ? .collectionChooseSome : .collectionNothingNow],
                icon: .grid,
                action: isOwner
                    ? ButtonLink(Words[.collectionChoose], href: "/me/collections/\(collection.id)", kind: .main).html
                    : nil
            ).html : BadgeGrid(tiles: tiles).html
        let lead: HTML? =
            collection.about.isEmpty ? nil : "<span class=\"lines\" dir=\"auto\">\(collection.about)</span>"
        let change = ButtonLink(Words[.collectionChangeButton], href: "/me/collections/\(collection.id)", icon: .pen)
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
            label: Words[.collectionLink],
            value: site.absolute("/collections/\(collection.id)")
        )
        return "<div class=\"card\">\(field)</div>"
    }

    func page(_ form: CollectionForm, isNew: Bool, _ context: PortalContext) -> Page {
        let collection = form.collection
        let address = isNew ? "/me/collections/new" : "/me/collections/\(collection.id)"
        let problem = form.problem
        func error(_ field: String) -> String? { problem?.field == field ? problem?.message : nil }
        let name = TextField(
            name: "title",
            label: Words[.shareName],
            value: collection.title,
            error: error("title"),
            isRequired: true,
            maxLength: BadgeCollection.titleLimit
        )
        let about = TextArea(
            name: "about",
            label: Words[.collectionAbout],
            value: collection.about,
            error: error("about"),
            isOptional: true
        )
        let remove =
            isNew
            ? nil
            : Button(Words[.collectionRemove], kind: .danger, action: "\(address)/removal", skipsChecks: true)
        return Page(
            status: problem == nil ? .ok : .unprocessableContent,
            title: Words[isNew ? .collectionNew : .collectionChange],
            body: """
                \(PageHeading(Words[isNew ? .collectionNew : .collectionChange], lead: isNew ? "\(Words[.collectionNewLead])" : nil))\
                \(summary(problem))<form class="card stack" method="post" action="\(url: address)">\(context.formFields)\
                <button hidden></button>\(name)\(about)\
                \(choices(form, error: error("award")))\(visibility(collection))<div class="row">\(Button(Words[.save], kind: .main))\
                \(remove)</div></form>
                """,
            pictureOrigins: Set(form.rows.compactMap(\.content.picture.foreignOrigin))
        )
    }

    private func summary(_ problem: FormProblem?) -> ErrorSummary? {
        problem.map {
            ErrorSummary(title: Words[.collectionNotSaved], errors: [.init(field: $0.field, text: $0.message)])
        }
    }

    private func choices(_ form: CollectionForm, error: String?) -> HTML {
        guard !form.rows.isEmpty else {
            let home = TextLink(Words[.collectionHome], href: "/").html
            return "<p class=\"soft\">\(Words.html(.collectionNoBadges, ["home": home]))</p>"
        }
        let rows = form.rows.map { held in
            OrderedChoice(
                id: held.award.id.rawValue,
                title: held.content.name,
                note: DateText(held.award.issuedOn).html,
                picture: held.content.picture.address(for: held.slug),
                isChosen: form.collection.awards.contains(held.award.id),
                focused: form.moved?.award == held.award.id ? form.moved?.step.rawValue : nil
            )
        }
        return FieldFrame("award", label: Words[.badges], hint: Words[.collectionOrder], error: error)
            .group(classes: "ordered", "\(rows)")
    }

    private func visibility(_ collection: BadgeCollection) -> RadioList {
        RadioList(
            name: "visibility",
            label: Words[.shareWhoSees],
            choices: [
                Choice("colleagues", Words[.shareColleagues]),
                Choice("link", Words[.shareAnyone], hint: Words[.collectionHidden]),
                Choice("owner", Words[.shareOwner]),
            ],
            selected: collection.visibility.rawValue
        )
    }
}
