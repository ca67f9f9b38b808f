import Core
import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite("The load seed")
struct LoadSeedTests {
    private static let now = Date(timeIntervalSince1970: 1_772_438_400)

    private static func database(_ seed: LoadSeed, _ engine: Engine = .sqlite) async throws -> TemporaryDatabase {
        let database = try await TemporaryDatabase(engine)
        try await database.portal.load(seed, at: now)
        return database
    }

    private static func count(_ table: SQL, _ database: TemporaryDatabase) async throws -> Int? {
        try await database.portal.database.read { try $0.first(table) { $0.integer() } }
    }

    @Test("makes as many people, badges and awards as it is asked for", arguments: Engine.allCases)
    func counts(engine: Engine) async throws {
        let database = try await Self.database(LoadSeed(people: 97, badges: 12, awards: 500, sessions: 3), engine)
        #expect(try await database.portal.people.people(matching: "", page: 0).total == 97)
        #expect(try await database.portal.badges.badges(.published).count == 12)
        #expect(try await Self.count("SELECT count(*) FROM award", database) == 500)
        let holders = try await database.portal.badges.badges(.published).map(\.holders).reduce(0, +)
        #expect(try await Self.count("SELECT count(*) FROM award WHERE revoked_at IS NULL", database) == holders)
        #expect(try await Self.count("SELECT count(*) FROM session", database) == 3)
    }

    @Test("gives people awards, facts of some of them, and badges to go on with")
    func home() async throws {
        let database = try await Self.database(LoadSeed(people: 50, badges: 20, awards: 250, sessions: 1))
        let token = TokenHash(of: LoadSeed.sessionToken(0))
        let person = try #require(try await database.portal.people.session(token, at: Self.now)).person
        #expect(try await database.portal.awards.awards(of: person.id).count == 5)
        let progress = try await database.portal.learning.progress(of: person.id)
        let badges = try await database.portal.badges.badges(.published)
        let facts = Dictionary(uniqueKeysWithValues: progress.map { ($0.activity, $0) })
        let standings = badges.compactMap(\.content.rule).map { Standing($0, facts) }
        #expect(standings.count { $0.hasBegun && $0.metAt == nil } == LoadSeed.begun)
        let history = try await database.portal.awards.histories(of: [person.id])
        let earned = Awarding(badges).decide(facts: progress, history: history[person.id] ?? [:], at: Self.now).earned
        #expect(earned.isEmpty)
    }

    @Test("gives every award its place in a status list, full ones as far as they go", arguments: Engine.allCases)
    func proofs(engine: Engine) async throws {
        let awards = StatusListState.capacity + 134
        let database = try await Self.database(LoadSeed(people: 6_567, badges: 10, awards: awards), engine)
        let proofs = database.portal.proofs
        #expect(try await Self.count("SELECT count(*) FROM award_proof", database) == awards)
        #expect(try await Self.count("SELECT taken FROM status_list WHERE number = 1", database) == awards - 134)
        #expect(try await Self.count("SELECT taken FROM status_list WHERE number = 2", database) == 134)
        let revoked = try await Self.count("SELECT count(*) FROM award WHERE revoked_at IS NOT NULL", database)
        let places = try await (proofs.revokedPlaces(in: 1), proofs.revokedPlaces(in: 2))
        #expect(places.0.count + places.1.count == revoked)
        #expect(try await Self.count("SELECT sum(changes) FROM status_list", database) == revoked)
    }

    @Test("makes the same for the same numbers")
    func deterministic() async throws {
        let first = try await Self.database(LoadSeed(people: 20, badges: 5, awards: 40))
        let second = try await Self.database(LoadSeed(people: 20, badges: 5, awards: 40))
        let (one, other) = (
            try await first.portal.awards.awards(page: 0).awards, try await second.portal.awards.awards(page: 0).awards
        )
        #expect(one == other && one.count == 40)
    }

    @Test("leaves out what nobody can hold twice")
    func tooMany() async throws {
        let database = try await Self.database(LoadSeed(people: 3, badges: 2, awards: 100))
        #expect(try await Self.count("SELECT count(*) FROM award", database) == 6)
    }

    @Test("wants an empty database")
    func notEmpty() async throws {
        let database = try await Self.database(LoadSeed(people: 1, badges: 1, awards: 1))
        await #expect(throws: StorageError.notEmpty) {
            try await database.portal.load(LoadSeed(people: 1, badges: 1, awards: 1), at: Self.now)
        }
    }

    @Test("says how far it is")
    func reports() async throws {
        let database = try await TemporaryDatabase()
        let reports = Mutex<[LoadProgress]>([])
        let seed = LoadSeed(people: 4, badges: 2, awards: 6, sessions: 1)
        try await database.portal.load(seed, at: Self.now) { progress in
            reports.withLock { $0.append(progress) }
        }
        let steps = reports.withLock { $0.map { "\($0.step) \($0.done)/\($0.total)" } }
        #expect(steps == ["Badges 2/2", "People 4/4", "Awards 6/6", "Proofs 6/6", "Progress 4/4", "Sessions 1/1"])
    }
}
