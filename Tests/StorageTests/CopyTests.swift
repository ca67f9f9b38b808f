import Contracts
import Core
import Foundation
import Testing

@testable import Storage

@Suite("Copies and backups")
struct CopyTests {
    struct Route: Sendable, CustomTestStringConvertible {
        let from: Engine
        let to: Engine
        var testDescription: String { "\(from) → \(to)" }

        static let all = Engine.allCases.flatMap { from in Engine.allCases.map { Route(from: from, to: $0) } }
    }

    private static func filled(_ engine: Engine) async throws -> TemporaryDatabase {
        let owner = try await TemporaryDatabase(engine)
        try await owner.fixture.writeEverything()
        let bytes = (0...255).map { UInt8($0) }
        let picture = UploadedPicture(id: ID(String(repeating: "0", count: 64)), mediaType: .png, bytes: bytes)
        try await owner.portal.badges.save(picture, at: Date())
        let texts = "tab\t, \\N \\\\ \"quotes\" 🏅 שלום\r\n\u{1}"
        try await owner.portal.badges.save(Issuer(id: "odd", name: texts), by: .commandLine, at: Date())
        return owner
    }

    private static func contents(_ owner: TemporaryDatabase) throws -> [String: TableSum] {
        let database = owner.portal.database
        return try database.snapshot { session in
            var sums: [String: TableSum] = [:]
            for table in try DatabaseTable.all(session, database.dialect) {
                var sum = TableSum()
                _ = try session.rows(SQL(schema: "SELECT \(table.list) FROM \"\(table.name)\"")) { row in
                    sum.add(table.columns.map { row.value($0.kind) })
                }
                sums[table.name] = sum
            }
            return sums
        }
    }

    @Test("take everything to the other database, which goes on from there", arguments: Route.all)
    func copies(route: Route) async throws {
        let source = try await Self.filled(route.from)
        let target = try await TemporaryDatabase(route.to)
        let tables = try DatabaseCopy(from: source.portal, to: target.portal).run()
        #expect(tables.count > 20)
        #expect(try Self.contents(source) == Self.contents(target))
        try await target.portal.badges.save(Issuer(id: "next", name: "Next"), by: .commandLine, at: Date())
        #expect(try await target.portal.audit.events(limit: 1).first?.subject == "next")
    }

    @Test("refuse a database that holds something, and leave it alone", arguments: Engine.allCases)
    func refuses(engine: Engine) async throws {
        let (source, target) = (try await Self.filled(.sqlite), try await Self.filled(engine))
        let before = try Self.contents(target)
        #expect(throws: StorageError.notEmpty) { try DatabaseCopy(from: source.portal, to: target.portal).run() }
        #expect(try Self.contents(target) == before)
    }

    @Test("leave nothing behind when a row does not fit", arguments: Engine.allCases)
    func failing(engine: Engine) async throws {
        let (source, target) = (try await Self.filled(.sqlite), try await TemporaryDatabase(engine))
        try await target.portal.database.alone { session in
            try session.script("CREATE UNIQUE INDEX one_action ON audit_event (action)")
        }
        #expect(throws: SQLError.self) { try DatabaseCopy(from: source.portal, to: target.portal).run() }
        #expect(try await target.portal.badges.issuers().isEmpty)
        #expect(try await target.portal.badges.revision() == 0)
    }

    @Test("are written while the database is in use, and restore it", arguments: Engine.allCases)
    func restores(engine: Engine) async throws {
        let source = try await Self.filled(engine)
        let target = try await TemporaryDatabase(engine, migrated: false)
        let file = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString).backup").path
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: file) } }
        try Backup.write(source.portal, to: file)
        try Backup.verify(file)
        let url = engine == .sqlite ? target.url + ".restored" : target.url
        try Backup.restore(file, to: url)
        let restored = try PortalDatabase.open(url: url, logger: TemporaryDatabase.logger)
        #expect(try await restored.migrate(at: Date()).from == Migrator().known)
        #expect(try await restored.audit.events(limit: 1_000) == source.portal.audit.events(limit: 1_000))
        try restored.close()
        #expect(throws: StorageError.notEmpty) { try Backup.restore(file, to: url) }
    }

    @Test("are not made of a database that is not there, and not restored beside what an older one left behind")
    func missing() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString).sqlite").path
        #expect(throws: StorageError.cannotOpen(path, "there is no such file")) {
            try PortalDatabase.open(url: "sqlite:\(path)", isThere: true, logger: TemporaryDatabase.logger)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        let source = try await Self.filled(.sqlite)
        let (backup, journal) = (path + ".backup", path + "-wal")
        defer {
            for file in [backup, journal] {
                #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: file) }
            }
        }
        try Backup.write(source.portal, to: backup)
        #expect(FileManager.default.createFile(atPath: journal, contents: Data([1])))
        #expect(throws: StorageError.notEmpty) { try Backup.restore(backup, to: "sqlite:\(path)") }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a PostgreSQL that a backup filled is copied like any other")
    func copiesRestored() async throws {
        let source = try await Self.filled(.postgres)
        let file = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString).backup").path
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: file) } }
        try Backup.write(source.portal, to: file)
        let restored = try await TemporaryDatabase(.postgres, migrated: false)
        try Backup.restore(file, to: restored.url)
        let target = try await TemporaryDatabase(.sqlite)
        _ = try DatabaseCopy(from: restored.portal, to: target.portal).run()
        #expect(try Self.contents(target) == Self.contents(source))
    }

    @Test("are refused when they are damaged or something else", arguments: Engine.allCases)
    func damaged(engine: Engine) async throws {
        let source = try await Self.filled(engine)
        let file = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString).backup")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
        try Backup.write(source.portal, to: file.path)
        let whole = try Data(contentsOf: file)
        for broken in [whole.prefix(whole.count / 2), Data("something else".utf8), Data()] {
            try Data(broken).write(to: file)
            let error = #expect(throws: StorageError.self) { try Backup.verify(file.path) }
            #expect(error?.message.hasPrefix("The backup did not work: ") == true)
        }
    }
}
