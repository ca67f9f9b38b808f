import Core
import Foundation

/// Writes to people about their badges: given, taken back, about to run out, no longer valid elsewhere.
///
/// Nobody needs the mail: the home page shows the same.
struct MailNotices: MessageHandler {
    let name = "mail"
    let kinds: Set<String> = ["award.issued", "award.revoked", "award.expiring", "import.revoked"]
    let site: Site
    let mailer: any Mailer
    let addressees: Addressees
    let awards: any AwardStore
    let imports: any ImportStore
    let letters: any AwardLetterStore

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        try await mailer.send(try await letter(message, key))
    }

    private func letter(_ message: OutboxMessage, _ key: String) async throws(DeliveryError) -> Letter {
        if message.kind == "import.revoked" { return try await noLongerElsewhere(message, key) }
        guard let id = message.payload["award"] else {
            throw .never("The message does not say which award it is about.")
        }
        let held = try await award(ID(id))
        switch message.kind {
        case "award.issued": return try await given(held, message.telling, key)
        case "award.revoked":
            guard held.award.revocation != nil else { throw NotSent.over.error }
            let addressee = try await addressees.addressee(held.award.person, about: .takenBack)
            return addressees.letter(to: addressee, key: key) { .takenBack(held, site) }
        default:
            guard isGood(held) else { throw NotSent.over.error }
            let addressee = try await addressees.addressee(held.award.person, about: .runsOut)
            return addressees.letter(to: addressee, key: key) { .runsOut(held, site) }
        }
    }

    /// Tells of all awards of the hour at once.
    private func given(
        _ held: HeldAward,
        _ telling: (choice: Telling, since: Date)?,
        _ key: String
    ) async throws(DeliveryError) -> Letter {
        guard isGood(held) else { throw NotSent.over.error }
        if telling?.choice == .never { throw NotSent.untold.error }
        let addressee = try await addressees.addressee(held.award.person, about: .given)
        if let telling, telling.choice == .monday {
            let monday = NextMonday.date(after: telling.since, in: Words.for(addressee.person, of: site).zone)
            guard site.now() >= monday else { throw .notBefore(monday) }
        }
        let letter = try await DeliveryError.reading {
            try await letters.letter(about: held.award.id, to: addressee.person.id, at: site.now())
        }
        switch letter {
        case .waits(let date): throw .notBefore(date)
        case .elsewhere: throw NotSent.elsewhere.error
        case .tells(let ids):
            var told: [HeldAward] = []
            for id in ids { told.append(try await award(id)) }
            let good = told.filter(isGood)
            guard !good.isEmpty else { throw NotSent.over.error }
            return addressees.letter(to: addressee, key: key) { .given(good, site) }
        }
    }

    private func noLongerElsewhere(_ message: OutboxMessage, _ key: String) async throws(DeliveryError) -> Letter {
        guard let id = message.payload["import"], let person = message.payload["person"] else {
            throw .never("The message does not say whose badge it is about.")
        }
        let badge: ImportedBadge
        do {
            badge = try await imports.badge(ID(id), of: ID(person))
        } catch ImportError.notFound {
            throw NotSent.over.error
        } catch {
            throw .later("The database does not answer.")
        }
        guard badge.trust == .revoked else { throw NotSent.over.error }
        let addressee = try await addressees.addressee(badge.person, about: .takenBack)
        return addressees.letter(to: addressee, key: key) { .noLongerElsewhere(badge, site) }
    }

    private func award(_ id: Award.ID) async throws(DeliveryError) -> HeldAward {
        try await DeliveryError.reading { try await awards.award(id) }
    }

    private func isGood(_ held: HeldAward) -> Bool { held.award.verdict(at: site.now()) == .valid }
}
