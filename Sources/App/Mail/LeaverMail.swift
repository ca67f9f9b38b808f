import Core

/// Tells people who left, at their private address, how they get at their badges.
///
/// Once, whatever mail they wanted at work; at any hour, because the account is closed already.
struct LeaverMail: MessageHandler {
    let name = "leaver-mail"
    let kinds: Set<String> = ["person.left"]
    let site: Site
    let mailer: any Mailer
    let addressees: Addressees
    let leavers: any LeaverStore
    let awards: any AwardStore

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        guard let id = message.payload["person"].map({ Person.ID($0) }) else {
            throw .never("The message does not say who left.")
        }
        let person = try await DeliveryError.reading { try await addressees.people.person(id) }
        guard person.deactivatedAt != nil else { throw NotSent.over.error }
        let found = try await DeliveryError.reading { try await leavers.privateAddress(of: id) }
        guard let address = found else { throw NotSent.noAddress.error }
        let held = try await DeliveryError.reading { try await awards.awards(of: id) }
        guard !held.isEmpty else { throw NotSent.over.error }
        let token = try await DeliveryError.reading { try await addressees.preferences.mailToken(of: id) }
        let addressee = Addressee(person: person, address: address, token: token, kind: .given)
        try await mailer.send(addressees.letter(to: addressee, key: key) { .left(held, site) })
    }
}

extension LetterText {
    static func left(_ held: [HeldAward], _ site: Site) -> LetterText {
        let organisation = Words.Value.text(site.organisation)
        let badges = held.map { held in
            Item(link: Link(title: held.content.name, address: site.absolute("/awards/\(held.award.id)")))
        }
        return LetterText(
            subject: Words[.mailLeftSubject],
            blocks: [
                .text(Words.say(.mailLeftText, ["organisation": organisation, "count": .count(held.count)])),
                .list(badges), .text(Words[.mailLeftHow]),
            ],
            button: Link(title: Words[.leaverOpen], address: site.absolute("/leavers"))
        )
    }
}
