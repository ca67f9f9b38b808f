import Foundation
import Core

extension Admin {
    func awardsPage(_ page: AwardPage, _ number: Int) -> Page {
        let now = site.now()
        let table = Table(
            caption: "Awards, the newest first",
            columns: [Table.Column("Person"), Table.Column("Badge"), Table.Column("Issued"), Table.Column("State")],
            rows: page.awards.map { held in
                [
                    TwoLines(
                        title: held.personName,
                        below: held.award.id.rawValue,
                        href: "/admin/awards/\(held.award.id)"
                    ).html,
                    "<span dir=\"auto\">\(held.content.name)</span>",
                    DateText(held.award.issuedOn).html,
                    Self.pill(held.award.verdict(at: now)).html,
                ]
            }
        )
        let content: HTML =
            page.awards.isEmpty
            ? EmptyState(title: "No awards yet", text: "They appear as soon as somebody earns a badge.").html
            : "<div class=\"card\">\(table)</div>"
        let older: HTML? = page.hasMore ? ButtonLink("Older", href: "/admin/awards?page=\(number + 1)").html : nil
        let newer: HTML? = number > 1 ? ButtonLink("Newer", href: "/admin/awards?page=\(number - 1)").html : nil
        return Page(
            title: "Awards",
            section: .admin,
            body: """
                \(PageHeading("Awards", lead: "Open one to take it back."))\(Self.nav("/admin/awards"))\(content)\
                <div class="row">\(newer)\(older)</div>
                """
        )
    }

    private static func pill(_ verdict: Verdict) -> Pill {
        switch verdict {
        case .revoked: Pill("Taken back", tone: .bad, icon: .cross)
        case .suspended: Pill("On hold", tone: .warn, icon: .clock)
        case .superseded: Pill("Replaced", tone: .warn)
        case .expired: Pill("Ran out", tone: .warn, icon: .clock)
        case .notYetValid: Pill("Not yet", tone: .warn, icon: .clock)
        case .valid: Pill("Valid", tone: .ok, icon: .check)
        }
    }

    func awardPage(_ held: HeldAward, _ draft: ReasonDraft?, _ context: PortalContext) -> Page {
        let facts = FactsList([
            FactsList.Fact("Person", text: held.personName),
            FactsList.Fact("Badge", text: "\(held.content.name), version \(held.award.badgeVersion)"),
            FactsList.Fact("Issued on", DateText(held.award.issuedOn, hasTime: true).html),
            FactsList.Fact("State", Self.pill(held.award.verdict(at: site.now())).html),
            FactsList.Fact(
                "Public page",
                TextLink(site.absolute("/awards/\(held.award.id)"), href: "/awards/\(held.award.id)").html
            ),
        ])
        return Page(
            title: "Award of \(held.content.name)",
            section: .admin,
            body: """
                \(PageHeading(held.content.name, lead: "<span dir=\"auto\">\(held.personName)</span>"))\(Self.nav("/admin/awards"))
                <div class="narrow stack">\(Card(id: "facts", title: "The award", content: facts.html))\
                \(suspension(held, draft, context.formFields))\(revocation(held, draft, context.formFields))</div>
                """,
            pictureOrigins: Set([held.content.picture.foreignOrigin].compactMap(\.self))
        )
    }

    /// A reason that was typed into one of the page's forms, and what is wrong with it.
    struct ReasonDraft {
        enum Form {
            case revocation
            case suspension
        }

        var form: Form
        var reason: String
        var problem: String
    }

    private func suspension(_ held: HeldAward, _ draft: ReasonDraft?, _ formFields: HTML) -> Card? {
        guard held.award.revocation == nil else { return nil }
        let action = "/admin/awards/\(held.award.id.rawValue)"
        if let suspension = held.award.suspension {
            return Card(
                id: "suspension",
                title: "On hold since \(DateText(suspension.at).text)",
                content: """
                    <p dir="auto">\(suspension.reason)</p><form method="post" action="\(action)/resumption">\(formFields)\
                    \(Button("Let it count again"))</form>
                    """
            )
        }
        let field = Self.reasonField("hold-reason", draft?.form == .suspension ? draft : nil)
        return Card(
            id: "suspension",
            title: "Put it on hold",
            hint: "The public page says that the badge does not count for now. You can lift this at any time.",
            content: """
                <form method="post" action="\(action)/suspension">\(formFields)\(field)\
                \(Button("Put on hold", icon: .clock))</form>
                """
        )
    }

    private static func reasonField(_ name: String, _ draft: ReasonDraft?) -> TextArea {
        TextArea(
            name: name,
            label: "Why",
            value: draft?.reason ?? "",
            hint: "Everybody who checks the badge reads it.",
            error: draft?.problem,
            isRequired: true
        )
    }

    private func revocation(_ held: HeldAward, _ draft: ReasonDraft?, _ formFields: HTML) -> HTML {
        if let revocation = held.award.revocation {
            return Notice(
                tone: .bad,
                title: "Taken back on \(DateText(revocation.at).text).",
                content: "\(revocation.reason)"
            ).html
        }
        let field = Self.reasonField("reason", draft?.form == .revocation ? draft : nil)
        return Card(
            id: "revocation",
            title: "Take it back",
            hint: "The public page stays and says that the badge was taken back. This cannot be undone.",
            content: """
                <form method="post" action="/admin/awards/\(held.award.id.rawValue)/revocation">\(formFields)\(field)\
                \(Button("Take back this badge", kind: .danger, icon: .undo))</form>
                """
        ).html
    }
}
