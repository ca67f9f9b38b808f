import Core

/// Letters about a person's badges.
extension LetterText {
    /// - Parameter awards: of one person; not empty.
    static func given(_ awards: [HeldAward], _ site: Site) -> LetterText {
        guard awards.count == 1, let held = awards.first else { return many(awards, site) }
        let isReady = held.award.claimedAt == nil
        let values = values(held)
        return LetterText(
            subject: Words.say(isReady ? .mailReadySubject : .mailGivenSubject, values),
            blocks: [.text(Words.say(isReady ? .mailReadyText : .mailGivenText, values))],
            button: Link(
                title: Words[isReady ? .claimBadge : .mailGivenButton],
                address: isReady ? site.absolute("/") : address(held, site)
            ),
            picture: Picture(
                address: site.absolute("/awards/\(held.award.id)/image.png"),
                description: held.content.pictureDescription
            )
        )
    }

    private static func many(_ awards: [HeldAward], _ site: Site) -> LetterText {
        LetterText(
            subject: Words.say(.mailManySubject, ["count": .count(awards.count)]),
            blocks: [
                .text(Words[.mailManyText]),
                .list(
                    awards.map { Item(link: Link(title: $0.content.name, address: address($0, site))) }
                ),
            ],
            button: Link(title: Words[.mailManyButton], address: site.absolute("/"))
        )
    }

    static func takenBack(_ held: HeldAward, _ site: Site) -> LetterText {
        LetterText(
            subject: Words.say(.mailBackSubject, values(held)),
            blocks: [.text(Words.say(.mailBackText, values(held)))],
            button: Link(title: Words[.mailBackButton], address: address(held, site))
        )
    }

    static func runsOut(_ held: HeldAward, _ site: Site) -> LetterText {
        LetterText(
            subject: Words.say(.mailRunsOutSubject, values(held)),
            blocks: [.text(Words.say(.mailRunsOutText, values(held)))],
            button: Link(title: Words[.mailRunsOutButton], address: site.absolute("/badges/\(held.slug)"))
        )
    }

    static func noLongerElsewhere(_ badge: ImportedBadge, _ site: Site) -> LetterText {
        let values: KeyValuePairs<String, Words.Value> = [
            "badge": .text(badge.title), "issuer": .text(badge.issuer), "reason": .text(badge.reason),
        ]
        return LetterText(
            subject: Words.say(.mailElsewhereSubject, values),
            blocks: [.text(Words.say(.mailElsewhereText, values))],
            button: Link(title: Words[.mailBackButton], address: site.absolute("/import/badges/\(badge.id)"))
        )
    }

    private static func address(_ held: HeldAward, _ site: Site) -> String {
        site.absolute("/awards/\(held.award.id)")
    }

    private static func values(_ held: HeldAward) -> KeyValuePairs<String, Words.Value> {
        [
            "badge": .text(held.content.name), "issuer": .text(held.issuer.name),
            "reason": .text(held.award.revocation?.reason ?? ""),
            "date": held.award.expires.map { .date($0) } ?? .text(""),
        ]
    }
}
