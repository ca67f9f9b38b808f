import Core
import Foundation

/// Writes to people about their badges: given, taken back, about to run out.
///
/// Nobody needs the mail: the home page shows the same.
struct MailNotices: MessageHandler {
    let name = "mail"
    let kinds: Set<String> = ["award.issued", "award.revoked", "award.expiring"]
    let site: Site
    let mailer: any Mailer
    let awards: any AwardStore
    let people: any PersonStore
    let preferences: any PreferenceStore

    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError) {
        guard let award = message.payload["award"], let notice = Notice(kind: message.kind) else {
            throw .never("The message does not say which award it is about.")
        }
        guard let letter = try await letter(notice, ID(award), key: key) else { return }
        try await mailer.send(letter)
    }

    enum Notice: String {
        case given = "award.issued"
        case takenBack = "award.revoked"
        case runsOut = "award.expiring"

        init?(kind: String) { self.init(rawValue: kind) }
    }

    /// - Returns: nil when there is nothing to say any more, or nobody to say it to.
    private func letter(_ notice: Notice, _ id: Award.ID, key: String) async throws(DeliveryError) -> Letter? {
        let (held, person) = try await read(id)
        guard person.preferences.wantsMail, person.deactivatedAt == nil, let address = person.emails.first,
            Self.stillTrue(notice, held, at: site.now())
        else { return nil }
        let words = Words.for(person, of: site)
        if let morning = QuietHours.end(after: site.now(), in: words.zone) { throw .notBefore(morning) }
        let token: String
        do {
            token = try await preferences.mailToken(of: person.id)
        } catch {
            throw .later("The database does not answer.")
        }
        return Words.$current.withValue(words) {
            LetterText(notice: notice, held: held, site: site, token: token)
                .letter(to: address, key: key)
        }
    }

    private func read(_ id: Award.ID) async throws(DeliveryError) -> (HeldAward, Person) {
        do {
            let held = try await awards.award(id)
            return (held, try await people.person(held.award.person))
        } catch  where error is AwardError || error is PersonError {
            throw .never("The award or its person is not there.")
        } catch {
            throw .later("The database does not answer.")
        }
    }

    /// A badge that was taken back meanwhile is not announced as given.
    private static func stillTrue(_ notice: Notice, _ held: HeldAward, at date: Date) -> Bool {
        switch notice {
        case .given, .runsOut: held.award.verdict(at: date) == .valid
        case .takenBack: held.award.revocation != nil
        }
    }
}

extension Words {
    /// As the person wants to be spoken to, where no browser says it.
    static func `for`(_ person: Person, of site: Site) -> Words {
        var words = site.words(person.preferences.language.flatMap(Language.init(closestTo:)) ?? site.language)
        if let zone = person.preferences.zone.flatMap(TimeZone.init(identifier:)) { words.zone = zone }
        return words
    }
}

/// When nobody is written to: from 20:00 to 07:00 where the person is.
enum QuietHours {
    private static let begin = 20
    private static let end = 7

    /// When they end; nil outside of them.
    static func end(after date: Date, in zone: TimeZone) -> Date? {
        let offset = Double(zone.secondsFromGMT(for: date))
        let local = date + offset
        let hour = UTCMoment(local).hour
        guard hour >= begin || hour < end else { return nil }
        let hours = hour < end ? end - hour : 24 - hour + end
        let wholeHour = (local.timeIntervalSince1970 / 3600).rounded(.down) * 3600
        return Date(timeIntervalSince1970: wholeHour + Double(hours) * 3600 - offset)
    }
}
