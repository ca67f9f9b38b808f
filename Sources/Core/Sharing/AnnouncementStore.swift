package import Foundation

/// Remembers which awards were announced in a session, so that each is announced once, however often a button is
/// pressed; it forgets with the session.
package protocol AnnouncementStore: Sendable {
    /// Claims the right to announce the award now.
    ///
    /// - Parameter stale: one that was begun no later and did not end was given up, and is begun anew.
    /// - Returns: whether the caller is to do it; false while somebody else does it, and after it was done.
    /// - Throws: ``AwardError/notFound`` when the award or the session is not there.
    func begin(_ award: Award.ID, in session: TokenHash, at date: Date, stale: Date) async throws -> Bool
    /// It was done; `link` is where it can be read.
    func finish(_ award: Award.ID, in session: TokenHash, link: String?) async throws
    /// It was not done, and may be begun again at once.
    func abandon(_ award: Award.ID, in session: TokenHash) async throws
    /// nil when it was not begun.
    func state(of award: Award.ID, in session: TokenHash) async throws -> AnnouncementState?
}

package enum AnnouncementState: Sendable, Equatable {
    case begun(Date)
    case done(link: String?)
}
