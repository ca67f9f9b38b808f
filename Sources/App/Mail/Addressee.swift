import Core
import Foundation

/// Whom a letter goes to, and in which words.
struct Addressee {
    let person: Person
    let address: EmailAddress
    /// Stands in the link that ends the letters.
    let token: String
    let kind: MailKind

    /// Says why the person gets it.
    var why: Phrase { kind == .work ? .mailWhyWork : .mailWhy }
}

/// Finds out whether a person may be written to now.
struct Addressees: Sendable {
    let site: Site
    let people: any PersonStore
    let preferences: any PreferenceStore

    /// - Throws: `needless` when the person wants none or has no address; `notBefore` at night.
    func addressee(_ id: Person.ID, about kind: MailKind) async throws(DeliveryError) -> Addressee {
        let person = try await DeliveryError.reading { try await people.person(id) }
        guard person.deactivatedAt == nil, person.preferences.wants(kind) else { throw NotSent.unwanted.error }
        guard let address = person.emails.first else { throw NotSent.noAddress.error }
        let zone = Words.for(person, of: site).zone
        if let morning = QuietHours.end(after: site.now(), in: zone) { throw .notBefore(morning) }
        let token = try await DeliveryError.reading { try await preferences.mailToken(of: id) }
        return Addressee(person: person, address: address, token: token, kind: kind)
    }

    /// - Parameter contents: in the person's words, and only then.
    func letter(to addressee: Addressee, key: String, _ contents: () -> LetterText) -> Letter {
        Words.$current.withValue(Words.for(addressee.person, of: site)) {
            contents().letter(to: addressee, key: key, site: site)
        }
    }
}

/// Why no letter was sent although nothing went wrong; an administrator reads it.
enum NotSent: String, CaseIterable {
    /// The person wants no letters about this, or has left.
    case unwanted
    case noAddress = "no-address"
    /// It is no longer true.
    case over
    /// Another letter tells of it as well.
    case elsewhere
    /// Who published the badge wanted no letters about what was earned before.
    case untold

    var error: DeliveryError { .needless(rawValue) }
}

extension DeliveryError {
    /// What is not there will not come; a database that does not answer will.
    static func reading<Found: Sendable>(_ body: () async throws -> Found) async throws(DeliveryError) -> Found {
        do {
            return try await body()
        } catch let error as any PortalError where error.kind == .notFound {
            throw .never(error.message)
        } catch {
            throw .later("The database does not answer.")
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
