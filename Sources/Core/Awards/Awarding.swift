import Crypto
package import Foundation

/// Turns facts into awards.
///
/// Pure: what it is given is all it knows.
package struct Awarding: Sendable {
    /// The published badges that have a rule.
    package let badges: [BadgeClass]

    package init(_ badges: [BadgeClass]) {
        self.badges = badges.filter { $0.status == .published && $0.content.rule != nil }
    }

    /// How far ahead a completion may be dated and counts nevertheless: the day of another time zone, read as UTC, and
    /// a provider's clock that is fast.
    package static let tolerance: TimeInterval = 36 * 3600

    /// What a person with these `facts` has earned by `date` and does not have yet, and when to look again.
    ///
    /// - A badge that is held is not earned again, whatever changes. Whoever meets the rule once more meanwhile earns it
    ///   when it runs out.
    /// - A badge that was taken back, or has run out, is earned again only by a rule that was met by facts newer
    ///   than the revocation or the last award: old facts never bring back what somebody took.
    /// - A completion that lies further ahead than a time zone explains is waited for.
    package func decide(
        facts: [Progress],
        history: [BadgeClass.ID: AwardHistory],
        at date: Date
    ) -> (earned: [EarnedAward], again: Date?) {
        guard !facts.isEmpty else { return ([], nil) }
        let known = Dictionary(facts.map { ($0.activity, $0) }) { first, _ in first }
        var earned: [EarnedAward] = []
        var later: [Date] = []
        for badge in badges {
            guard let rule = badge.content.rule else { continue }
            let last = history[badge.id]
            let standing = Self.standing(rule, known, since: last)
            guard let metAt = standing.metAt, let due = Self.due(metAt, after: last, at: date) else { continue }
            if due <= date {
                earned.append(EarnedAward(badge: badge, standing: standing, on: min(metAt, date)))
            } else {
                later.append(due)
            }
        }
        return (earned, later.min())
    }

    /// How the person stands towards `rule`; where not everything is needed, what is older than the last award does not
    /// hide what is newer.
    private static func standing(
        _ rule: Rule,
        _ known: [ActivityRef: Progress],
        since last: AwardHistory?
    ) -> Standing {
        let standing = Standing(rule, known)
        guard let last, rule.mode != .all, let metAt = standing.metAt, metAt <= last.reach else { return standing }
        let new = standing.steps.filter { step in step.metAt.map { $0 > last.reach } ?? false }
        return Standing(rule, known.filter { fact in new.contains { $0.requirement.activity == fact.key } })
    }

    /// When a rule that was met at `metAt` earns the badge; nil when it does not.
    private static func due(_ metAt: Date, after last: AwardHistory?, at date: Date) -> Date? {
        let known = metAt <= date + tolerance ? date : metAt
        guard let last else { return known }
        guard metAt > last.reach else { return nil }
        if last.revokedAt != nil { return known }
        return last.expires.map { max($0, known) }
    }
}

extension AwardHistory {
    /// Up to when facts are used up: they earned this award, or came before it was taken back.
    fileprivate var reach: Date { revokedAt ?? issuedOn }
}

/// An award that a rule decided on and nobody stored yet.
package struct EarnedAward: Sendable, Equatable {
    package var badge: BadgeClass.ID
    package var badgeVersion: Int
    /// When the rule was met, which may be long before the portal heard of it, but never after it; the validity counts
    /// from here.
    package var issuedOn: Date
    package var expires: Date?
    /// The same for the same badge and the same completions, however often they come: stored once.
    ///
    /// A record that is completed again later, as every year, is another completion.
    package var key: String

    package init(badge: BadgeClass.ID, badgeVersion: Int, issuedOn: Date, expires: Date? = nil, key: String) {
        self.badge = badge
        self.badgeVersion = badgeVersion
        self.issuedOn = issuedOn
        self.expires = expires
        self.key = key
    }

    init(badge: BadgeClass, standing: Standing, on date: Date) {
        self.badge = badge.id
        badgeVersion = badge.version
        issuedOn = date
        expires = badge.content.validity.expiry(from: date)
        let records = standing.deciding.map { step in
            let record = step.progress.map { "\($0.activity.source)\u{1F}\($0.recordID)" } ?? ""
            let moment = Int64(((step.metAt ?? date).timeIntervalSince1970 * 1000).rounded())
            return "\(record)\u{1F}\(moment)"
        }
        let text = ([badge.id.rawValue] + records.sorted()).joined(separator: "\u{1E}")
        key = SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}
