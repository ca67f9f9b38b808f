package import Foundation

/// Where badges from elsewhere are kept.
package protocol ImportStore: Sendable {
    /// Keeps a badge with the bytes it came as, which nobody changes, and the picture that may be shown.
    ///
    /// - Throws: ``ImportError/alreadyThere(title:)``, ``ImportError/tooMany``.
    func add(_ badge: ImportedBadge, original: ImportedFile?, picture: UploadedPicture?) async throws

    /// The newest first.
    func imports(of person: Person.ID) async throws -> [ImportedBadge]

    /// - Throws: ``ImportError/notFound``, also when it is somebody else's; here and below.
    func badge(_ id: ImportedBadge.ID, of person: Person.ID) async throws -> ImportedBadge

    /// The bytes as they came; nil for a link.
    func original(_ id: ImportedBadge.ID, of person: Person.ID) async throws -> ImportedFile?

    /// nil when the badge brought none that may be shown.
    func picture(_ id: ImportedBadge.ID, of person: Person.ID) async throws -> ImportedFile?

    func set(_ visibility: Visibility, of id: ImportedBadge.ID, by person: Person.ID, at date: Date) async throws

    /// Forgets it with everything that came with it.
    func remove(_ id: ImportedBadge.ID, of person: Person.ID, at date: Date) async throws

    /// Badges, not links, whose next check is due, those that wait longest first.
    func due(at date: Date, limit: Int) async throws -> [ImportedBadge]

    /// Keeps what a check found; one that could not be made is tried again later and later (``Recheck``).
    ///
    /// A badge that turns out to be taken back leaves the message `import.revoked` for its person.
    ///
    /// - Returns: the badge as it is now; nil when it was removed meanwhile.
    @discardableResult
    func record(_ check: ImportCheck, of id: ImportedBadge.ID, at date: Date) async throws -> ImportedBadge?
}

/// What checking an imported badge again found.
package enum ImportCheck: Sendable, Equatable {
    case holds
    case ranOut
    /// With a sentence that says by whom and why.
    case revoked(String)
    /// The issuer did not answer; what was known before stays.
    case unreachable(String)
}
