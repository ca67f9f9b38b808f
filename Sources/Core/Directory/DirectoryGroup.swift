package import Foundation

/// A group of a directory; gives roles by its name, its `id` or its external name.
package struct DirectoryGroup: Sendable, Equatable {
    package typealias ID = Core.ID<DirectoryGroup>

    package let id: ID
    package var name: String
    package var externalID: String?
    /// Empty also where they were not asked for.
    package var members: [DirectoryUser.ID]
    package var version: Int
    package var createdAt: Date
    package var changedAt: Date

    /// One step of a change, so that a group of many thousands need not be read to add one member.
    package enum Change: Sendable, Equatable {
        case rename(String)
        case setExternalID(String?)
        case add([DirectoryUser.ID])
        case remove([DirectoryUser.ID])
        case removeAll
    }

    package init(
        id: ID,
        name: String,
        externalID: String?,
        members: [DirectoryUser.ID] = [],
        version: Int,
        createdAt: Date,
        changedAt: Date
    ) {
        self.id = id
        self.name = name
        self.externalID = externalID
        self.members = members
        self.version = version
        self.createdAt = createdAt
        self.changedAt = changedAt
    }
}
