package import Foundation

/// Somebody who has or had a badge, for those who award it.
package struct Holder: Sendable, Equatable {
    /// How a person came by a badge.
    package enum Origin: String, Sendable, CaseIterable {
        /// A rule, after a learning system told of completions.
        case rule
        case list
        case hand
    }

    package var held: HeldAward
    /// The preferred one; nil for people without an address.
    package var email: EmailAddress?
    package var origin: Origin

    package init(held: HeldAward, email: EmailAddress?, origin: Origin) {
        self.held = held
        self.email = email
        self.origin = origin
    }
}

/// Which awards of a badge are asked for.
package struct HolderQuery: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// Those that count at ``HolderQuery/date``.
        case valid
        /// Valid, but the person did not take it yet.
        case unclaimed
        case onHold = "on-hold"
        case expired
        case revoked
    }

    /// Where a page ends; the next one begins after it.
    package struct Place: Sendable, Equatable {
        package var issuedOn: Date
        package var award: Award.ID

        package init(issuedOn: Date, award: Award.ID) {
            self.issuedOn = issuedOn
            self.award = award
        }
    }

    package var badge: BadgeClass.ID
    /// Part of a name or an address, in any case; "" finds all.
    package var text: String
    /// nil for all, superseded ones too.
    package var state: State?
    package var date: Date
    package var after: Place?
    package var limit: Int

    package init(
        badge: BadgeClass.ID,
        text: String = "",
        state: State? = nil,
        at date: Date,
        after: Place? = nil,
        limit: Int = AwardPage.size
    ) {
        self.badge = badge
        self.text = text
        self.state = state
        self.date = date
        self.after = after
        self.limit = limit
    }
}

package struct HolderPage: Sendable, Equatable {
    package var holders: [Holder]
    /// nil on the last page.
    package var next: HolderQuery.Place?

    package init(holders: [Holder], next: HolderQuery.Place?) {
        self.holders = holders
        self.next = next
    }
}
