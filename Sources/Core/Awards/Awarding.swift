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

    /// What a person with these `facts` has earned by `date` and does not have yet.
    ///
    /// - A badge that is held is not earned again, whatever changes.
    /// - A badge that was taken back, or has run out, is earned again only by a rule that was met by facts newer
    ///   than the revocation or the last award: old facts never bring back what somebody took.
    package func earned(
        facts: [Progress],
        history: [BadgeClass.ID: AwardHistory],
        at date: Date
    ) -> [EarnedAward] {
        guard !facts.isEmpty else { return [] }
        let known = Dictionary(facts.map { ($0.activity, $0) }) { first, _ in first }
        return badges.compactMap { badge in
            guard let rule = badge.content.rule else { return nil }
            let standing = Standing(rule, known)
            guard let metAt = standing.metAt, metAt <= date, Self.allows(history[badge.id], metAt: metAt, at: date)
            else { return nil }
            return EarnedAward(badge: badge, standing: standing, metAt: metAt)
        }
    }

    private static func allows(_ last: AwardHistory?, metAt: Date, at date: Date) -> Bool {
        guard let last else { return true }
        if let revokedAt = last.revokedAt { return metAt > revokedAt }
        guard let expires = last.expires, expires <= date else { return false }
        return metAt > last.issuedOn
    }
}

/// An award that a rule decided on and nobody stored yet.
package struct EarnedAward: Sendable, Equatable {
    package var badge: BadgeClass.ID
    package var badgeVersion: Int
    /// When the rule was met, which may be long before the portal heard of it; the validity counts from here.
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

    init(badge: BadgeClass, standing: Standing, metAt: Date) {
        self.badge = badge.id
        badgeVersion = badge.version
        issuedOn = metAt
        expires = badge.content.validity.expiry(from: metAt)
        let records = standing.deciding.map { step in
            let record = step.progress.map { "\($0.activity.source)\u{1F}\($0.recordID)" } ?? ""
            let moment = Int64(((step.metAt ?? metAt).timeIntervalSince1970 * 1000).rounded())
            return "\(record)\u{1F}\(moment)"
        }
        let text = ([badge.id.rawValue] + records.sorted()).joined(separator: "\u{1E}")
        key = SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}
