import Core
import Foundation
import Hummingbird

/// Badges that somebody else issued, on the page of who keeps them: never with our seal.
///
/// `GET /people/{id}/elsewhere/{badge}` and `/picture`.
extension PersonPage {
    func addElsewhere(to router: some RouterMethods<PortalContext>) {
        router.get("people/:id/elsewhere/:badge") { _, context in
            let (person, badge) = try await shown(context)
            return site.response(page(badge, of: person), context)
        }
        router.get("people/:id/elsewhere/:badge/picture") { _, context in
            let (person, badge) = try await shown(context)
            let picture = try await imports.picture(badge.id, of: person.id)
            return ForeignFile.response(picture ?? ForeignPictures.plain)
        }
    }

    /// - Throws: ``Core/PersonError/notFound``, also for what the viewer may not see.
    private func shown(_ context: PortalContext) async throws -> (Person, ImportedBadge) {
        let person = try await person(context).person
        let id: ImportedBadge.ID = ID(try context.parameters.require("badge"))
        let badges = try await badgesFromElsewhere(of: person.id, for: context.person?.id)
        guard let badge = badges.first(where: { $0.id == id }) else { throw PersonError.notFound }
        return (person, badge)
    }

    /// What the viewer may see; what was taken back is of no use to others.
    func badgesFromElsewhere(of owner: Person.ID, for viewer: Person.ID?) async throws -> [ImportedBadge] {
        try await imports.imports(of: owner).filter { badge in
            badge.visibility.allows(viewer, owner: owner) && (badge.trust != .revoked || viewer == owner)
        }
    }

    func elsewhere(_ contents: Contents) -> PageSection? {
        guard !contents.elsewhere.isEmpty else { return nil }
        let note = Words.say(
            .elsewhereNote,
            ["person": .text(contents.person.name), "organisation": .text(site.organisation)]
        )
        let tiles = contents.elsewhere.map { badge in
            BadgeTile(
                name: badge.title,
                href: Self.address(badge),
                picture: "\(Self.address(badge))/picture",
                note: badge.issuer,
                pill: TrustWords(badge, at: site.now()).pill
            )
        }
        return PageSection(
            id: "elsewhere",
            title: Words[.fromElsewhere],
            aside: nil,
            content: "<p class=\"soft\" dir=\"auto\">\(note)</p>\(BadgeGrid(tiles: tiles))"
        )
    }

    private static func address(_ badge: ImportedBadge) -> String { "/people/\(badge.person)/elsewhere/\(badge.id)" }

    private func page(_ badge: ImportedBadge, of person: Person) -> Page {
        let trust = TrustWords(badge, at: site.now())
        var facts = [FactsList.Fact(Words[.issuedBy], text: badge.issuer)]
        if let date = badge.issuedOn { facts.append(FactsList.Fact(Words[.issuedOn], DateText(date).html)) }
        if let date = badge.expires { facts.append(FactsList.Fact(Words[.validUntil], DateText(date).html)) }
        if let date = badge.checkedAt {
            facts.append(FactsList.Fact(Words[.elsewhereChecked], DateText(date, hasTime: true).html))
        }
        let link = badge.link.map { link in
            ButtonLink(Words[.elsewhereLink], href: link.absoluteString, icon: .external).html
        }
        let about: HTML? = badge.description.isEmpty ? nil : "<p class=\"text\" dir=\"auto\">\(badge.description)</p>"
        let note = Words.say(
            .elsewhereNote,
            ["person": .text(person.name), "organisation": .text(site.organisation)]
        )
        return Page(
            title: badge.title,
            body: """
                \(PageHeading(badge.title, lead: "\(note)", above: TextLink(person.name, href: "/people/\(person.id)").html))
                <section class="card stack" aria-label="\(badge.title)"><div class="foreign">\
                <img src="\(Self.address(badge))/picture" alt="" width="120" height="120">\
                <div>\(trust.pill)<p dir="auto">\(trust.sentence)</p></div></div>\(about)\(FactsList(facts))\
                <div class="row">\(link)</div></section>
                """,
            head: "<meta name=\"robots\" content=\"noindex\">"
        )
    }
}
