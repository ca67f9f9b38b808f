import Core
import Foundation

extension HeldAwards {
    func awardPage(
        _ held: HeldAward,
        _ draft: ReasonDraft?,
        _ role: Role,
        _ person: Person,
        _ context: PortalContext
    ) -> Page {
        let version: KeyValuePairs<String, Words.Value> = [
            "badge": .text(held.content.name), "number": .count(held.award.badgeVersion),
        ]
        let facts = FactsList([
            FactsList.Fact(Words[.personWord], text: held.personName),
            FactsList.Fact(Words[.badgeWord], text: Words.say(.badgeInVersion, version)),
            FactsList.Fact(Words[.issuedWord], DateText(held.award.issuedOn, hasTime: true).html),
            FactsList.Fact(Words[.listState], AwardState(held.award, at: site.now()).html),
            FactsList.Fact(
                Words[.publicPage],
                TextLink(site.absolute("/awards/\(held.award.id)"), href: "/awards/\(held.award.id)").html
            ),
        ])
        let nav: HTML? = role == .administrator ? AdminNav(current: "/admin/awards").html : nil
        let back: HTML? =
            role == .administrator
            ? nil
            : ButtonLink(Words[.seeHolders], href: "/design/\(held.slug)/holders", icon: .people).html
        let heading = PageHeading(
            held.content.name,
            lead: "<span dir=\"auto\">\(held.personName)</span>",
            actions: back
        )
        return Page(
            title: Words.say(.awardOf, ["badge": .text(held.content.name)]),
            section: role == .administrator ? .admin : .design,
            body: """
                \(heading)\(nav)
                <div class="narrow stack">\(Card(id: "facts", title: Words[.theAward], content: facts.html))\
                \(suspension(held, draft, role, context.formFields))\
                \(revocation(held, draft, role, context.formFields))</div>
                """,
            pictureOrigins: Set([held.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    private func suspension(_ held: HeldAward, _ draft: ReasonDraft?, _ role: Role, _ formFields: HTML) -> Card? {
        guard held.award.revocation == nil else { return nil }
        let action = Self.address(held, role)
        if let suspension = held.award.suspension {
            return Card(
                id: "suspension",
                title: Words.say(.onHoldSinceDay, ["date": .date(suspension.at)]),
                content: """
                    <p dir="auto">\(suspension.reason)</p><form method="post" action="\(action)/resumption">\(formFields)\
                    \(Button(Words[.countAgain]))</form>
                    """
            )
        }
        let field = Self.reasonField("hold-reason", draft?.form == .suspension ? draft : nil)
        return Card(
            id: "suspension",
            title: Words[.putOnHold],
            hint: Words[.putOnHoldHint],
            content: """
                <form method="post" action="\(action)/suspension">\(formFields)\(field)\
                \(Button(Words[.putOnHold], icon: .clock))</form>
                """
        )
    }

    private static func reasonField(_ name: String, _ draft: ReasonDraft?) -> TextArea {
        TextArea(
            name: name,
            label: Words[.whyWord],
            value: draft?.reason ?? "",
            hint: Words[.whyHint],
            error: draft?.problem,
            isRequired: true
        )
    }

    private func revocation(_ held: HeldAward, _ draft: ReasonDraft?, _ role: Role, _ formFields: HTML) -> HTML {
        if let revocation = held.award.revocation {
            return Notice(
                tone: .bad,
                title: Words.say(.takenBackDay, ["date": .date(revocation.at)]),
                content: "<span dir=\"auto\">\(revocation.reason)</span>"
            ).html
        }
        let field = Self.reasonField("reason", draft?.form == .revocation ? draft : nil)
        return Card(
            id: "revocation",
            title: Words[.takeItBack],
            hint: Words[.takeItBackHint],
            content: """
                <form method="post" action="\(Self.address(held, role))/revocation">\(formFields)\(field)\
                \(Button(Words[.takeBackButton], kind: .danger, icon: .undo))</form>
                """
        ).html
    }
}

/// Whether an award counts, for those who gave it.
struct AwardState: Component {
    let pill: Pill

    init(_ award: Award, at date: Date) {
        pill =
            switch award.verdict(at: date) {
            case .revoked: Pill(Words[.stateTakenBack], tone: .bad, icon: .cross)
            case .suspended: Pill(Words[.stateOnHold], tone: .warn, icon: .clock)
            case .superseded: Pill(Words[.stateReplaced], tone: .warn)
            case .expired: Pill(Words[.stateRanOut], tone: .warn, icon: .clock)
            case .notYetValid: Pill(Words[.stateNotYet], tone: .warn, icon: .clock)
            case .valid where award.claimedAt == nil: Pill(Words[.stateWaiting], icon: .clock)
            case .valid: Pill(Words[.stateValid], tone: .ok, icon: .check)
            }
    }

    var html: HTML { pill.html }
}
