package import Foundation

/// Where is kept who may see what, what people put together to show, and how often they showed it.
package protocol SharingStore: Sendable {
    /// Changes who may see the award; the same again changes nothing.
    ///
    /// - Throws: ``AwardError/notFound`` also when it is somebody else's.
    func set(_ visibility: Visibility, of award: Award.ID, by person: Person.ID, at date: Date) async throws
    /// Counts that the person took the award to `target`.
    ///
    /// - Throws: ``AwardError/notFound`` also when it is somebody else's.
    func countShare(of award: Award.ID, at target: String, by person: Person.ID, at date: Date) async throws
    /// How often the award was taken where.
    func shares(of award: Award.ID) async throws -> [String: Int]

    /// What the person said, or a profile that says nothing.
    func profile(of person: Person.ID) async throws -> Profile
    func save(_ profile: Profile, at date: Date) async throws

    /// People whose name holds `text` in any case and whose page colleagues may see, by name; nobody who left.
    func people(named text: String, limit: Int) async throws -> [Person]

    /// The person's collections, by title.
    func collections(of person: Person.ID) async throws -> [BadgeCollection]
    /// - Throws: ``SharingError/collectionNotFound``, here and below also when it is somebody else's.
    func collection(_ id: BadgeCollection.ID) async throws -> BadgeCollection
    /// Stores a new collection or a changed one; awards of other people are left out.
    ///
    /// - Throws: ``SharingError/tooMany(_:limit:)`` when the person has ``BadgeCollection/countLimit`` already.
    func save(_ collection: BadgeCollection, at date: Date) async throws
    func remove(_ collection: BadgeCollection.ID, of person: Person.ID, at date: Date) async throws
}
