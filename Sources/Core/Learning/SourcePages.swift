package import Foundation

/// A page of what there is to learn.
package struct CataloguePage: Sendable {
    package var activities: [Activity]
    package var problems: [RecordProblem]
    /// nil on the last page.
    package var next: PageToken?

    package init(_ activities: [Activity], problems: [RecordProblem] = [], next: PageToken? = nil) {
        self.activities = activities
        self.problems = problems
        self.next = next
    }
}

/// A page of what changed.
package struct ChangePage: Sendable {
    package var batch: FactBatch
    /// Where the next read starts, also after the last page.
    package var next: SyncCursor
    package var hasMore: Bool

    package init(_ batch: FactBatch, next: SyncCursor, hasMore: Bool) {
        self.batch = batch
        self.next = next
        self.hasMore = hasMore
    }
}

/// What a source knows about one person.
package struct PersonProgress: Sendable {
    package var batch: FactBatch
    /// When the provider's data was true, UTC.
    package var asOf: Date

    package init(_ batch: FactBatch, asOf: Date) {
        self.batch = batch
        self.asOf = asOf
    }
}

/// Facts, and the records that could not be understood.
package struct FactBatch: Sendable, Equatable {
    package var facts: [ProgressFact]
    package var problems: [RecordProblem]

    package init(_ facts: [ProgressFact] = [], problems: [RecordProblem] = []) {
        self.facts = facts
        self.problems = problems
    }
}

/// A record that could not be understood: counted and shown to administrators, never fatal to its page.
package struct RecordProblem: Sendable, Equatable {
    /// The provider's id of the record, or its place: “line 7”.
    package var record: String
    package var reason: String

    package init(record: String, reason: String) {
        self.record = record.withoutNUL
        self.reason = reason.withoutNUL
    }
}

extension String {
    /// What a database can keep.
    fileprivate var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "") : self }
}

/// What arrived at `POST /hooks/{source}`.
package struct Delivery: Sendable {
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]
    package var receivedAt: Date

    package init(headers: [String: String], body: [UInt8], receivedAt: Date) {
        self.headers = headers
        self.body = body
        self.receivedAt = receivedAt
    }
}
