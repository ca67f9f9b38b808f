import Core
import Foundation

/// What others are told later.
enum OutboxKind: String {
    case awardIssued = "award.issued"
    case awardRevoked = "award.revoked"
    case awardExpiring = "award.expiring"
    case importRevoked = "import.revoked"
    case addressCode = "address.code"
    case personLeft = "person.left"
    case weekOver = "week.over"
    case listGiven = "list.given"
    case jobFailed = "job.failed"
    case sourceFailing = "source.failing"
    case sourceWell = "source.well"
}

/// Which award it is about, by ids: names and addresses are looked up when it is delivered.
struct AwardMessage: Encodable {
    var award: Award.ID
    var badge: BadgeClass.ID
    var person: Person.ID
    /// Only of what was earned before the badge was published.
    var telling: Telling?
    /// When that was, in milliseconds since 1970; goes with `telling`.
    var published: String?
}

struct ImportMessage: Encodable {
    var `import`: ImportedBadge.ID
    var person: Person.ID
}

/// To one person, about something of theirs or of the portal.
struct PersonMessage: Encodable {
    var person: Person.ID
    var list: AwardList.ID?
    var job: Job.ID?
    var source: SourceID?
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

    /// Leaves the message for every administrator.
    func tellAdministrators(_ kind: OutboxKind, job: Job.ID? = nil, source: SourceID? = nil, at date: Date) throws {
        let people = try rows(
            """
            SELECT DISTINCT person_id FROM person_role WHERE role = \(Role.administrator) ORDER BY person_id
            """
        ) { $0.id() as Person.ID }
        for person in people { try post(kind, PersonMessage(person: person, job: job, source: source), at: date) }
    }
}
