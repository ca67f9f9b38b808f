import Core
import Foundation

/// Whom a provider recognised, as JSON.
struct StoredRecognised: Codable {
    private var provider: String
    private var subject: String
    private var name: String
    private var emails: [String]
    private var roles: [String]?
    private var issuer: String
    private var stay: String?
    private var hint: String?
    private var until: Double?

    init(_ recognised: Recognised) {
        let subject = recognised.subject
        provider = subject.identity.provider.rawValue
        self.subject = subject.identity.subject
        name = subject.name
        emails = subject.emails.map(\.description)
        roles = subject.roles.map { $0.map(\.rawValue).sorted() }
        issuer = subject.issuer
        stay = recognised.stay.id
        hint = recognised.stay.hint
        until = recognised.stay.until?.timeIntervalSince1970
    }

    var recognised: Recognised {
        Recognised(
            subject: Subject(
                identity: ExternalIdentity(provider: ID(provider), subject: subject),
                name: name,
                emails: emails.compactMap { EmailAddress($0) },
                roles: roles.map { Set($0.compactMap(Role.init)) },
                issuer: issuer
            ),
            stay: ProviderStay(id: stay, hint: hint, until: until.map(Date.init(timeIntervalSince1970:)))
        )
    }
}
