package import Foundation

/// Where badges, their versions and their pictures are kept.
package protocol BadgeStore: Sendable {
    /// - Throws: ``BadgeError/notFound(_:)``; any other error is the database's, here and below.
    func badge(_ slug: Slug) async throws -> BadgeClass

    /// All badges of one status with their current content, by name.
    func badges(_ status: BadgeStatus) async throws -> [BadgeClass]

    /// A number that is higher after every change of any badge; what was read before it is out of date.
    func revision() async throws -> Int

    /// Stores a new draft.
    ///
    /// - Throws: ``BadgeError/slugTaken(_:)``.
    func create(_ badge: NewBadge, by actor: Actor, at date: Date) async throws -> BadgeClass

    /// Saves `edit`, and makes a new version when the badge was awarded and now means something else
    /// (``BadgeContent/meansOther(than:isCorrection:)``).
    ///
    /// - Throws: ``BadgeError``: `changedMeanwhile`, `slugTaken`, `slugFixed`, `notFound`.
    func save(_ edit: BadgeEdit, by actor: Actor, at date: Date) async throws -> BadgeClass

    /// Publishes a draft or withdraws a published badge, and remembers whom its rule may concern
    /// (``LearningStore/waitingForAwards(limit:)``). Doing it twice changes nothing.
    ///
    /// - Parameter telling: kept when a draft is published.
    func set(
        _ status: BadgeStatus,
        of slug: Slug,
        telling: Telling,
        by actor: Actor,
        at date: Date
    ) async throws -> BadgeClass

    /// In the order in which they came.
    func issuers() async throws -> [Issuer]
    /// Inserts the issuer, or replaces what is known of it.
    func save(_ issuer: Issuer, by actor: Actor, at date: Date) async throws

    func save(_ picture: UploadedPicture, at date: Date) async throws
    func picture(_ id: UploadedPicture.ID) async throws -> UploadedPicture?
}

extension BadgeStore {
    /// The same; who has earned the badge is told at once.
    package func set(
        _ status: BadgeStatus,
        of slug: Slug,
        by actor: Actor,
        at date: Date
    ) async throws -> BadgeClass {
        try await set(status, of: slug, telling: .now, by: actor, at: date)
    }
}

/// A badge that is not stored yet.
package struct NewBadge: Sendable {
    package var id: BadgeClass.ID
    package var slug: Slug
    package var issuer: Issuer.ID
    package var content: BadgeContent

    package init(id: BadgeClass.ID, slug: Slug, issuer: Issuer.ID, content: BadgeContent) {
        self.id = id
        self.slug = slug
        self.issuer = issuer
        self.content = content
    }
}

/// What a designer wants to save.
package struct BadgeEdit: Sendable {
    package var badge: BadgeClass.ID
    /// The ``BadgeClass/revision`` that the designer saw.
    package var revision: Int
    package var slug: Slug
    package var content: BadgeContent
    /// The designer says that words were only corrected.
    package var isCorrection: Bool

    package init(badge: BadgeClass.ID, revision: Int, slug: Slug, content: BadgeContent, isCorrection: Bool) {
        self.badge = badge
        self.revision = revision
        self.slug = slug
        self.content = content
        self.isCorrection = isCorrection
    }
}
