package import Foundation

/// A provider's claim about one person and one activity.
///
/// Facts only: which badge follows is for the rules.
package struct ProgressFact: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case notStarted
        case inProgress
        case completed
        case failed
        /// The provider took a completion back. Nobody loses a badge by it.
        case withdrawn
    }

    /// The provider's id of this record: with the source it is what an award is earned by, once.
    package let recordID: String
    package let activity: Activity.ID
    /// At least one; the strongest first.
    package let person: [PersonKey]
    package let state: State
    /// nil when the provider only knows done or not done.
    ///
    /// 100 does not imply `completed`.
    package let percent: Percent?
    package let startedAt: Date?
    /// Set exactly when the state is `completed`.
    package let completedAt: Date?
    /// The provider's own time of the last change: a fact does not replace a newer one.
    package let changedAt: Date?

    package init(
        recordID: String,
        activity: Activity.ID,
        person: [PersonKey],
        state: State,
        percent: Percent? = nil,
        startedAt: Date? = nil,
        completedAt: Date? = nil,
        changedAt: Date? = nil
    ) {
        self.recordID = recordID
        self.activity = activity
        self.person = person
        self.state = state
        self.percent = percent
        self.startedAt = startedAt
        self.completedAt = completedAt
        self.changedAt = changedAt
    }
}

/// How far a person is with an activity, and since when the portal knows.
package struct Progress: Sendable, Hashable {
    package var activity: ActivityRef
    package var recordID: String
    package var state: ProgressFact.State
    package var percent: Percent?
    package var completedAt: Date?
    /// When the provider told the portal, UTC.
    package var asOf: Date

    package init(
        activity: ActivityRef,
        recordID: String,
        state: ProgressFact.State,
        percent: Percent? = nil,
        completedAt: Date? = nil,
        asOf: Date
    ) {
        self.activity = activity
        self.recordID = recordID
        self.state = state
        self.percent = percent
        self.completedAt = completedAt
        self.asOf = asOf
    }

    /// The finished activity, if it is finished.
    package var completion: Completion? {
        guard state == .completed, let completedAt else { return nil }
        return Completion(activity: activity, recordID: recordID, completedAt: completedAt)
    }
}

/// That a person finished an activity: the fact that earns.
package struct Completion: Sendable, Hashable {
    package var activity: ActivityRef
    package var recordID: String
    /// UTC.
    package var completedAt: Date
}
