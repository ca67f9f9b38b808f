import Core
import Foundation

extension UserPath {
    /// What it says, in the portal's words.
    ///
    /// - Parameters:
    ///   - source: the realm of the provider's own user ids.
    ///   - scale: what the percentage of a finished path is.
    /// - Throws: what is wrong with it.
    func fact(of source: SourceID, scale: Double) throws(Attempt<Self>.Fault) -> ProgressFact {
        guard let activity = path?.id?.text else { throw .init(reason: "It does not say which path it is about.") }
        let userID = user?.id?.text
        let keys = [
            user?.email?.text.flatMap { PersonKey(.email, $0) },
            userID.flatMap { PersonKey(.providerUserID, $0, realm: source.rawValue) },
        ].compactMap(\.self)
        guard !keys.isEmpty else { throw .init(reason: "It does not say whom it is about.") }
        guard let recordID = id?.text ?? userID.map({ "\($0)/\(activity)" }) else {
            throw .init(reason: "It has no id.")
        }
        let completed = completedAt?.text.flatMap { Date(iso8601: $0) }
        guard completedAt?.text == nil || completed != nil else { throw .init(reason: "“completed_at” is no date.") }
        let percent = percent(scale)
        let isBegun = startedAt?.text != nil || (percent ?? .zero) > .zero
        return ProgressFact(
            recordID: recordID,
            activity: ID(activity),
            person: keys,
            state: completed != nil ? .completed : isBegun ? .inProgress : .notStarted,
            percent: percent,
            startedAt: startedAt?.text.flatMap { Date(iso8601: $0) },
            completedAt: completed,
            changedAt: changedAt
        )
    }

    var changedAt: Date? { updatedAt?.text.flatMap { Date(iso8601: $0) } }

    private func percent(_ scale: Double) -> Percent? {
        guard let value = percentage?.text.flatMap({ Double($0) }), !value.isNaN else { return nil }
        return Percent(clamping: value * 100 / scale)
    }
}
