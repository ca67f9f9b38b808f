import Core
import Foundation

/// A record as the database holds it.
struct StoredFact {
    var recordID: String
    var activity: Activity.ID
    var person: Person.ID
    var state: ProgressFact.State
    var percent: Percent?
    var startedAt: Date?
    var completedAt: Date?
    var changedAt: Date?

    static let columns = SQL.Words(
        "record_id, activity_id, person_id, state, percent, started_at, completed_at, changed_at"
    )

    init(_ row: inout SQLRow) throws {
        recordID = row.text()
        activity = row.id()
        person = row.id()
        state = try row.word()
        percent = row.optionalReal().map(Percent.init(clamping:))
        startedAt = row.optionalDate()
        completedAt = row.optionalDate()
        changedAt = row.optionalDate()
    }

    /// What is stored after `fact` was told; nil when that is older than `known` and says nothing any more.
    init?(_ fact: ProgressFact, person: Person.ID, after known: StoredFact?) {
        let changedAt = fact.changedAt?.stored
        if let changedAt, let knownAt = known?.changedAt, changedAt < knownAt { return nil }
        recordID = fact.recordID
        activity = fact.activity
        self.person = person
        state = fact.state
        percent = fact.percent
        startedAt = fact.startedAt?.stored
        completedAt = fact.completedAt?.stored
        self.changedAt = changedAt ?? known?.changedAt
    }

    /// Whether it says the same as `other`, whenever that was.
    func saysTheSame(as other: StoredFact) -> Bool {
        activity == other.activity && person == other.person && state == other.state && percent == other.percent
            && startedAt == other.startedAt && completedAt == other.completedAt
    }

    /// Whether a rule may be met now that was not before: a new completion, more progress, another person or activity.
    func mayEarn(after known: StoredFact?) -> Bool {
        guard state == .completed || state == .inProgress else { return false }
        guard let known, known.person == person, known.activity == activity, known.state == state else { return true }
        if state == .completed { return completedAt != known.completedAt }
        return (percent?.value ?? -1) > (known.percent?.value ?? -1)
    }
}
