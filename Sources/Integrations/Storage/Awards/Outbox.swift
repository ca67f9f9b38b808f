import Core
import Foundation

/// What others are told later.
enum OutboxKind: String {
    case awardIssued = "award.issued"
    case awardRevoked = "award.revoked"
    case awardExpiring = "award.expiring"
}

/// Which award it is about, by ids: names and addresses are looked up when it is delivered.
struct AwardMessage: Encodable {
    var award: Award.ID
    var badge: BadgeClass.ID
    var person: Person.ID
}

extension SQLSession {
    /// Leaves a message for delivery, in the transaction of what it tells.
    func post(_ kind: OutboxKind, _ message: AwardMessage, at date: Date) throws {
        try execute(
            """
            INSERT INTO outbox (kind, payload, created_at)
            VALUES (\(kind.rawValue), \(try StoredJSON.text(message)), \(date))
            """
        )
    }
}
