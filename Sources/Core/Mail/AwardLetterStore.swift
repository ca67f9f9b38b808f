package import Foundation

/// Which letter tells of which award: many awards to one person in an hour are one letter.
package protocol AwardLetterStore: Sendable {
    /// Asks for the letter that tells of an award.
    ///
    /// The first time the award is noted, and its letter waits for others that come at the same time
    /// (``AwardLetter/pause``). Then it takes in all that are noted and go in no letter yet, for good: a letter that is
    /// tried again says the same.
    func letter(about award: Award.ID, to person: Person.ID, at date: Date) async throws -> AwardLetter
}

package enum AwardLetter: Sendable, Equatable {
    /// The letter is named after this award and tells of these, in the order in which they were noted.
    case tells([Award.ID])
    /// Another letter tells of it.
    case elsewhere
    /// Ask again then.
    case waits(until: Date)

    /// How long a letter waits for other awards.
    package static let pause: Double = 10
    /// One letter in this time.
    package static let interval: Double = 3_600
}
