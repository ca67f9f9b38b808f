import Core

/// Tells people who left, at their private address, how they get at their badges, and brings them along.
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
    let archive: BadgeArchive
    /// In bytes: what mail servers take makes four of every three.
    var attachmentLimit = 10_000_000

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
        let file = try await file(for: person)
        var letter = addressees.letter(to: addressee, key: key) { .left(held, hasFile: file != nil, site) }
        letter.attachment = file
        try await mailer.send(letter)
    }

    /// nil when it would be too large for a mail.
    private func file(for person: Person) async throws(DeliveryError) -> Letter.Attachment? {
        let bytes = try await DeliveryError.reading {
            try await Words.$current.withValue(Words.for(person, of: site)) { try await archive.zip(of: person.id) }
        }
        guard bytes.count <= attachmentLimit else { return nil }
        return Letter.Attachment(name: BadgeArchive.name, mediaType: BadgeArchive.mediaType, bytes: bytes)
    }
}

extension LetterText {
    static func left(_ held: [HeldAward], hasFile: Bool, _ site: Site) -> LetterText {
        let organisation = Words.Value.text(site.organisation)
        let badges = held.map { held in
            Item(link: Link(title: held.content.name, address: site.absolute("/awards/\(held.award.id)")))
        }
        return LetterText(
            subject: Words[.mailLeftSubject],
            blocks: [
                .text(Words.say(.mailLeftText, ["organisation": organisation, "count": .count(held.count)])),
                .list(badges), .text(Words[hasFile ? .mailLeftFile : .mailLeftNoFile]), .text(Words[.mailLeftHow]),
            ],
            button: Link(title: Words[.leaverOpen], address: site.absolute("/leavers"))
        )
    }
}
