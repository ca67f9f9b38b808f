package import Foundation

/// Where lists of people to award are kept, with what became of every row.
package protocol AwardListStore: Sendable {
    /// Checks every row against the people and awards that are there, and keeps the list.
    ///
    /// - Parameter rows: in the order of the file; those that have a ``ListedPerson/problem`` keep it.
    func add(_ list: AwardList, _ rows: [ListedPerson]) async throws -> AwardList

    /// - Throws: ``AwardListError/notFound``, here and below.
    func list(_ id: AwardList.ID) async throws -> AwardList
    /// The newest first.
    func lists(by person: Person.ID, limit: Int) async throws -> [AwardList]
    /// Rows in the order of the file, after `line`.
    func rows(_ id: AwardList.ID, onlyProblems: Bool, after line: Int, limit: Int) async throws -> [ListedPerson]

    /// Lets a job give the badges; of a list that was stopped, the rest.
    ///
    /// The job's kind is ``AwardListJob/kind``, its payload the list.
    ///
    /// - Throws: ``AwardListError/startedAlready`` unless it is checked or stopped.
    func start(_ id: AwardList.ID, by actor: Actor, at date: Date) async throws
    /// Ends giving after the current batch; a list that is not being given stays as it is.
    func stop(_ id: AwardList.ID, by actor: Actor, at date: Date) async throws
    /// Lets a job take back what was given and not claimed.
    ///
    /// - Throws: ``AwardListError/tooLateToUndo``.
    func undo(_ id: AwardList.ID, by actor: Actor, at date: Date) async throws

    /// Gives the badge to the next `limit` people, all or none, if the list is being given.
    ///
    /// - Returns: whether there is more to do.
    /// - Throws: ``BadgeError/withdrawn(_:)``.
    func giveNext(_ id: AwardList.ID, limit: Int, at date: Date) async throws -> Bool
    /// Takes back the next `limit` awards of the list that nobody claimed, if it is being undone.
    ///
    /// - Returns: whether there is more to do.
    func takeBackNext(_ id: AwardList.ID, limit: Int, reason: String, at date: Date) async throws -> Bool
}

/// What the job of a list is called and carries.
package struct AwardListJob: Sendable, Codable, Equatable {
    package static let kind = "award-list"
    package var list: AwardList.ID

    package init(list: AwardList.ID) { self.list = list }
}
