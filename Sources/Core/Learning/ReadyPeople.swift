/// How many people have done what a rule asks for and do not have its badge.
package struct ReadyPeople: Sendable, Equatable {
    /// So many records are looked at; who has more to count is told a number that is too low, and that it is.
    package static let recordLimit = 200_000

    /// People who have signed in.
    package var members: Int
    /// People whom only a learning system has named; the badge waits for them.
    package var expected: Int
    /// Whether there may be more.
    package var isAtLeast: Bool

    package init(members: Int, expected: Int, isAtLeast: Bool = false) {
        self.members = members
        self.expected = expected
        self.isAtLeast = isAtLeast
    }

    package var count: Int { members + expected }
}
