import Core
import Foundation

extension HeldAwards {
    /// All awards, for administrators.
    func awardsPage(_ page: AwardPage, _ number: Int) -> Page {
        let now = site.now()
        let table = Table(
            caption: Words[.awardsWord],
            columns: [
                Table.Column(Words[.personWord]), Table.Column(Words[.badgeWord]), Table.Column(Words[.issuedWord]),
                Table.Column(Words[.listState]),
            ],
            rows: page.awards.map { held in
                [
                    TwoLines(
                        title: held.personName,
                        below: held.award.id.rawValue,
                        href: Self.address(held, .administrator)
                    ).html,
                    "<span dir=\"auto\">\(held.content.name)</span>",
                    DateText(held.award.issuedOn).html,
                    AwardState(held.award, at: now).html,
                ]
            }
        )
        let content: HTML =
            page.awards.isEmpty
            ? EmptyState(title: Words[.noAwards], text: Words[.noAwardsText]).html
            : "<div class=\"card\">\(table)</div>"
        let older: HTML? =
            page.hasMore ? ButtonLink(Words[.olderOnes], href: "/admin/awards?page=\(number + 1)").html : nil
        let newer: HTML? =
            number > 1 ? ButtonLink(Words[.newerOnes], href: "/admin/awards?page=\(number - 1)").html : nil
        return Page(
            title: Words[.awardsWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.awardsWord], lead: "\(Words[.awardsLead])"))\(AdminNav(current: "/admin/awards"))\
                \(content)<div class="row">\(newer)\(older)</div>
                """
        )
    }

    /// Who has a badge, for designers.
    func holdersPage(_ badge: BadgeClass, _ query: HolderQuery, _ page: HolderPage) -> Page {
        let base = "/design/\(badge.slug)/holders"
        let title = Words.say(.holdersOf, ["badge": .text(badge.content.name)])
        let form = HolderForm(query)
        let download = ButtonLink(Words[.downloadTable], href: "\(base).csv\(form.address(after: nil))", icon: .file)
        let actions: HTML = "\(ButtonLink(Words[.edit], href: "/design/\(badge.slug)", icon: .pen))\(download)"
        return Page(
            title: title,
            section: .design,
            body: """
                \(PageHeading(title, lead: "\(Holders.text(badge.holders))", actions: actions))
                \(SearchBox(label: Words[.searchHolders], action: base, value: query.text))\
                \(Self.filters(base, form))\(holders(badge, query, page))\
                <div class="row">\(Self.steps(base, form, query, page))</div>
                """
        )
    }

    private static func filters(_ base: String, _ form: HolderForm) -> FilterChips {
        let states: [(HolderQuery.State?, Phrase)] = [
            (nil, .allOfThem), (.valid, .stateValid), (.unclaimed, .stateWaiting), (.onHold, .stateOnHold),
            (.expired, .stateRanOut), (.revoked, .stateTakenBack),
        ]
        return FilterChips(
            label: Words[.shownWord],
            chips: states.map { state, phrase in
                let chosen = HolderForm(text: form.text, state: state)
                return FilterChips.Chip(
                    title: Words[phrase],
                    href: base + chosen.address(after: nil),
                    isCurrent: state == form.state
                )
            }
        )
    }

    private func holders(_ badge: BadgeClass, _ query: HolderQuery, _ page: HolderPage) -> HTML {
        guard !page.holders.isEmpty else {
            let isFiltered = !query.text.isEmpty || query.state != nil || query.after != nil
            let action =
                isFiltered
                ? ButtonLink(Words[.allOfThem], href: "/design/\(badge.slug)/holders")
                : ButtonLink(Words[.lookAtIt], href: "/badges/\(badge.slug)", icon: .eye)
            return EmptyState(
                title: Words[isFiltered ? .noHolderFound : .nobodyHasIt],
                text: Words[isFiltered ? .noHolderFoundText : .nobodyHasItText],
                icon: .people,
                action: action.html
            ).html
        }
        let table = Table(
            caption: Words[.seeHolders],
            columns: [
                Table.Column(Words[.personWord]), Table.Column(Words[.issuedWord]), Table.Column(Words[.originWord]),
                Table.Column(Words[.listState]),
            ],
            rows: page.holders.map { holder in
                [
                    TwoLines(
                        title: holder.held.personName,
                        below: holder.email?.description ?? Words[.noAddress],
                        href: Self.address(holder.held, .designer)
                    ).html,
                    DateText(holder.held.award.issuedOn).html,
                    "\(Words[holder.origin.phrase])",
                    AwardState(holder.held.award, at: query.date).html,
                ]
            }
        )
        return "<div class=\"card\">\(table)</div>"
    }

    private static func steps(_ base: String, _ form: HolderForm, _ query: HolderQuery, _ page: HolderPage) -> HTML {
        let first: HTML? =
            query.after == nil ? nil : ButtonLink(Words[.fromBeginning], href: base + form.address(after: nil)).html
        let older: HTML? = page.next.map { ButtonLink(Words[.olderOnes], href: base + form.address(after: $0)).html }
        return "\(first)\(older)"
    }
}

extension Holder.Origin {
    var phrase: Phrase {
        switch self {
        case .rule: .originRule
        case .list: .originList
        case .hand: .originHand
        }
    }
}
