import Core
import Foundation
import Testing

extension StoreRule {
    static let announcements = [
        StoreRule("an award is announced once in a session, however many ask at once", announcedOnce),
        StoreRule("what was not announced may be begun again; what was, never", announcedAgain),
        StoreRule("an announcement that nobody ended is given up in the end", announcementGivenUp),
        StoreRule("announcements go with their session, and there are none without one", announcementsGo),
    ]

    private struct Begun {
        var award: Award.ID
        var session: TokenHash
        var stores: StoreFixture

        init(_ stores: StoreFixture) async throws {
            let ada = try await stores.person("Ada")
            award = try await stores.give(try await stores.published("git"), to: ada).id
            session = try await started("secret", by: ada, stores).token
            self.stores = stores
        }

        func begin(after seconds: TimeInterval = 0) async throws -> Bool {
            let now = Sample.now + seconds
            return try await stores.announcements.begin(award, in: session, at: now, stale: now - 30)
        }

        var state: AnnouncementState? {
            get async throws { try await stores.announcements.state(of: award, in: session) }
        }
    }

    private static func announcedOnce(_ stores: StoreFixture) async throws {
        let begun = try await Begun(stores)
        #expect(try await begun.state == nil)
        let count = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { try await begun.begin() } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(count == 1)
        #expect(try await begun.state == .begun(Sample.now))
        let other = try await started("other", by: try await stores.person("Ada"), stores).token
        #expect(try await stores.announcements.begin(begun.award, in: other, at: Sample.now, stale: .distantPast))
    }

    private static func announcedAgain(_ stores: StoreFixture) async throws {
        let begun = try await Begun(stores)
        #expect(try await begun.begin())
        try await stores.announcements.abandon(begun.award, in: begun.session)
        #expect(try await begun.state == nil)
        #expect(try await begun.begin())
        try await stores.announcements.finish(begun.award, in: begun.session, link: "https://social.example/🏅")
        #expect(try await begun.state == .done(link: "https://social.example/🏅"))
        #expect(try await !begun.begin(after: 1_000))
        try await stores.announcements.abandon(begun.award, in: begun.session)
        try await stores.announcements.finish(begun.award, in: begun.session, link: nil)
        #expect(try await begun.state == .done(link: nil))
    }

    private static func announcementGivenUp(_ stores: StoreFixture) async throws {
        let begun = try await Begun(stores)
        #expect(try await begun.begin())
        #expect(try await !begun.begin(after: 29))
        #expect(try await begun.begin(after: 30))
        #expect(try await begun.state == .begun(Sample.now + 30))
    }

    private static func announcementsGo(_ stores: StoreFixture) async throws {
        let begun = try await Begun(stores)
        #expect(try await begun.begin())
        try await stores.people.end(begun.session)
        #expect(try await begun.state == nil)
        await #expect(throws: AwardError.notFound) { try await begun.begin() }
    }
}
