import Core
import Foundation

/// What others are told later.
enum OutboxKind: String {
    case awardIssued = "award.issued"
    case awardRevoked = "award.revoked"
    case awardExpiring = "award.expiring"
    case importRevoked = "import.revoked"
    case addressCode = "address.code"
}

/// Which award it is about, by ids: names and addresses are looked up when it is delivered.
struct AwardMessage: Encodable {
    var award: Award.ID
    var badge: BadgeClass.ID
    var person: Person.ID
}

struct ImportMessage: Encodable {
    var `import`: ImportedBadge.ID
    var person: Person.ID
}

struct CodeMessage: Encodable {
    var person: Person.ID
    var address: EmailAddress
    var code: String
}

extension SQLSession {
    /// Leaves a message for delivery, in the transaction of what it tells.
    func post(_ kind: OutboxKind, _ message: some Encodable, at date: Date) throws {
        try execute(
            """
            INSERT INTO outbox (kind, payload, created_at)
            VALUES (\(kind.rawValue), \(try StoredJSON.text(message)), \(date))
            """
        )
    }
}
