import Core
import Foundation
import Hummingbird
import OpenBadges

/// Who awards badges here, with which keys and by which rules: what a stranger reads before trusting.
///
/// `GET /issuer`, open to everyone; the same for all.
struct IssuerPage {
    let site: Site
    let badges: any BadgeStore
    let catalogue: BadgeCatalogue
    let keyring: Keyring

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("issuer") { _, context in
            let contents = Contents(
                issuers: try await badges.issuers(),
                badges: try await catalogue.current().badges,
                keys: try await keyring.stored()
            )
            return site.response(page(contents), context)
        }
    }

    struct Contents {
        var issuers: [Issuer]
        /// Published ones.
        var badges: [BadgeClass]
        var keys: StoredKeyring
    }

    func page(_ contents: Contents) -> Page {
        let cards = contents.issuers.map { card($0, contents) }
        return Page(
            title: Words[.issuersTitle],
            body: """
                \(PageHeading(Words[.issuersTitle], lead: "\(Words.say(.issuersPageLead, ["host": .text(site.host)]))"))
                <div class="stack">\(cards)\(rules)</div>
                """,
            caching: .shared
        )
    }

    private func card(_ issuer: Issuer, _ contents: Contents) -> Card {
        var facts: [FactsList.Fact] = []
        if let url = issuer.url {
            let address = url.absoluteString
            facts.append(FactsList.Fact(Words[.issuersSite], "<a href=\"\(url: address)\" dir=\"ltr\">\(address)</a>"))
        }
        if let email = issuer.email?.description {
            let link: HTML = "<a href=\"\(url: "mailto:\(email)")\" dir=\"ltr\">\(email)</a>"
            facts.append(FactsList.Fact(Words[.issuersContact], link))
        }
        let count = contents.badges.count { $0.issuer.id == issuer.id }
        let badges = TextLink(Words.current.number(count), href: "/badges")
        facts.append(FactsList.Fact(Words[.issuersBadges], badges.html))
        let programs: HTML = """
            <a href="\(url: "/ob/v3/issuers/\(issuer.id)")">Open Badges 3.0</a>, \
            <a href="\(url: "/ob/v2/issuers/\(issuer.id)")">2.0</a>
            """
        facts.append(FactsList.Fact(Words[.issuersPrograms], programs))
        return Card(
            id: "issuer-\(issuer.id)",
            title: issuer.name,
            content: "\(FactsList(facts))\(keys(contents.keys.keys(of: issuer.id)))"
        )
    }

    private func keys(_ keys: [SigningKey]) -> HTML? {
        guard !keys.isEmpty else { return nil }
        let rows = keys.reversed().map { key -> [HTML] in
            let state: HTML =
                key.retiredAt.map { "\(Pill(Words.say(.issuersRetired, ["date": .date($0)])))" }
                ?? Pill(Words[.issuersInUse], tone: .ok, icon: .check).html
            let name = TwoLines(title: key.algorithm.rawValue, below: key.id.rawValue, href: "/ob/v3/keys/\(key.id)")
            return [name.html, DateText(key.createdAt).html, state]
        }
        let table = Table(
            caption: Words[.issuersKeys],
            columns: [
                Table.Column(Words[.issuersKey]), Table.Column(Words[.since]), Table.Column(Words[.issuersState]),
            ],
            rows: rows
        )
        return "<div class=\"keys\"><p class=\"small soft\">\(Words[.issuersKeysText])</p>\(table)</div>"
    }

    private var rules: Card {
        let sentences: [Phrase] = [.issuersRuleEarn, .issuersRuleBack, .issuersRulePrivate]
        let items = sentences.map { phrase -> HTML in "<li>\(Words[phrase])</li>" }
        return Card(id: "rules", title: Words[.issuersRules], content: "<ul>\(items)</ul>")
    }
}
