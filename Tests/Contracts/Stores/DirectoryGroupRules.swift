import Core
import Foundation
import Testing

extension StoreRule {
    static let directoryGroups = [
        StoreRule("a group is made, found, changed in steps, and removed", life),
        StoreRule("only users of the same directory are members", members),
        StoreRule("a group gives roles by name, id or external name, and takes them back at once", roles),
        StoreRule(
            "a role that a directory gave goes with the leaver; a granted one is not the directory's",
            leaverRoles
        ),
        StoreRule("attributes of a user give roles", attributeRoles),
        StoreRule("two users who became one person keep the roles of both", mergedRoles),
    ]

    private static func join(_ name: String, _ stores: StoreFixture) async throws -> DirectoryUser {
        try await stores.directories.create(content(name), in: company, at: Sample.now)
    }

    private static func make(
        _ name: String,
        _ stores: StoreFixture,
        _ changes: DirectoryGroup.Change...
    ) async throws -> DirectoryGroup {
        try await stores.directories.createGroup(named: name, changes, in: company, at: Sample.now)
    }

    private static func change(
        _ group: DirectoryGroup,
        _ stores: StoreFixture,
        _ changes: DirectoryGroup.Change...
    ) async throws {
        try await stores.directories.change(group.id, in: company, versions: nil, at: Sample.now + 1, changes)
    }

    private static func read(_ group: DirectoryGroup, _ stores: StoreFixture) async throws -> DirectoryGroup {
        try await stores.directories.group(group.id, of: company.id, members: true)
    }

    private static func life(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await join("ada", stores), try await join("bob", stores))
        let group = try await make("شركة 🏢", stores, .setExternalID("g-1"), .add([ada.id, ada.id]))
        #expect(group.members == [ada.id] && group.externalID == "g-1" && group.version == 1)
        try await change(group, stores, .rename("New"), .add([bob.id]), .remove([ada.id, "nobody"]))
        let changed = try await read(group, stores)
        #expect(changed.name == "New" && changed.members == [bob.id] && changed.version == 2)
        let found: [([DirectoryQuery.Condition], Int)] = [
            ([], 1), ([.displayName("NEW")], 1), ([.externalID("g-1")], 1), ([.member(bob.id.rawValue)], 1),
            ([.member(ada.id.rawValue)], 0), ([.id(group.id.rawValue), .member(bob.id.rawValue)], 1),
            ([.userName("New")], 0), ([.displayName("شركة 🏢")], 0),
        ]
        for (conditions, count) in found {
            let query = DirectoryQuery(conditions)
            #expect(try await stores.directories.groups(of: company.id, query, members: false).total == count)
        }
        await #expect(throws: DirectoryError.changedMeanwhile) {
            try await stores.directories.change(group.id, in: company, versions: [1], at: Sample.now, [.removeAll])
        }
        await #expect(throws: DirectoryError.changedMeanwhile) {
            try await stores.directories.remove(group.id, in: company, versions: [1], at: Sample.now)
        }
        try await change(group, stores, .removeAll)
        #expect(try await read(group, stores).members.isEmpty)
        try await stores.directories.remove(group.id, in: company, versions: [3], at: Sample.now)
        await #expect(throws: DirectoryError.notFound) {
            try await stores.directories.group(group.id, of: company.id, members: true)
        }
        let last = try #require(try await stores.audit.events(limit: 1).first)
        #expect(last.action == .directoryGroupRemoved && last.detail == "New")
    }

    private static func members(_ stores: StoreFixture) async throws {
        var other = company
        other.id = "other"
        let stranger = try await stores.directories.create(content("eve"), in: other, at: Sample.now)
        let group = try await make("Makers 🏅", stores)
        for id in [stranger.id, "nobody", ""] {
            await #expect(throws: DirectoryError.unknownMember(id.rawValue)) {
                try await change(group, stores, .add([id]))
            }
        }
        #expect(try await read(group, stores) == group)
    }

    private static func roles(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await join("ada", stores), try await join("bob", stores))
        func roles(_ user: DirectoryUser) async throws -> Set<Role> {
            try await stores.people.person(user.person).roles
        }
        let makers = try await make("Makers 🏅", stores, .add([ada.id]))
        #expect(try await roles(ada) == [.designer])
        try await change(makers, stores, .add([bob.id]), .remove([ada.id]))
        #expect(try await roles(ada).isEmpty)
        #expect(try await roles(bob) == [.designer])
        try await change(makers, stores, .rename("makers 🏅"))
        #expect(try await roles(bob).isEmpty)
        try await change(makers, stores, .setExternalID("g-admins"))
        #expect(try await roles(bob) == [.administrator])
        try await stores.directories.remove(makers.id, in: company, versions: nil, at: Sample.now)
        #expect(try await roles(bob).isEmpty)
    }

    private static func leaverRoles(_ stores: StoreFixture) async throws {
        let ada = try await join("ada", stores)
        _ = try await make("Makers 🏅", stores, .add([ada.id]))
        let email = try Sample.email("ada@acme.example")
        _ = try await stores.people.grant(.administrator, to: email, by: Sample.designer, at: Sample.now)
        _ = try await change(ada, stores) { $0.isActive = false }
        #expect(try await stores.people.person(ada.person).roles == [.administrator])
        _ = try await change(ada, stores) { $0.isActive = true }
        #expect(try await stores.people.person(ada.person).roles == [.administrator, .designer])
    }

    private static func attributeRoles(_ stores: StoreFixture) async throws {
        let ada = try await join("ada", stores)
        _ = try await change(ada, stores) { $0.attributes = ["department": ["IT"]] }
        #expect(try await stores.people.person(ada.person).roles == [.administrator])
        _ = try await change(ada, stores) { $0.attributes = ["department": ["it"]] }
        #expect(try await stores.people.person(ada.person).roles.isEmpty)
    }

    private static func mergedRoles(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await join("ada", stores), try await join("bob", stores))
        let makers = try await make("Makers 🏅", stores, .add([ada.id]))
        try await stores.accounts.merge(ada.person, into: bob.person, by: Sample.designer, at: Sample.now)
        #expect(try await stores.people.person(bob.person).roles == [.designer])
        _ = try await change(ada, stores) { $0.isActive = false }
        #expect(try await stores.people.person(bob.person).deactivatedAt == nil)
        try await change(makers, stores, .removeAll)
        #expect(try await stores.people.person(bob.person).roles.isEmpty)
    }
}
