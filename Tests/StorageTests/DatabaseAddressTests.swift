import Core
import Foundation
import Logging
import Testing

@testable import Storage

@Suite("The address of the database")
struct DatabaseAddressTests {
    @Test(
        "is sqlite: and a path",
        arguments: [
            ("sqlite:data/laurel.sqlite", "data/laurel.sqlite"), ("SQLite:/var/lib/l.sqlite", "/var/lib/l.sqlite"),
            ("sqlite:///var/l.sqlite", "/var/l.sqlite"), ("sqlite:dä ta/🏅.sqlite", "dä ta/🏅.sqlite"),
        ]
    )
    func path(url: String, path: String) throws {
        #expect(try DatabaseAddress(url) == .sqlite(path))
    }

    @Test(
        "is refused with a sentence, and a password is not repeated",
        arguments: [
            "", "laurel.sqlite", "sqlite:", "sqlite://", "mysql://root:secret@db/x",
            "postgresql://u:secret@db/x?colour=red",
            "postgresql://u:%zzsecret@db", "postgresql://db/\0secret",
        ]
    )
    func refused(url: String) {
        let error = #expect(throws: StorageError.self) { try DatabaseAddress(url) }
        #expect(error?.kind == .invalid)
        #expect(error?.message.contains("sqlite:data/laurel.sqlite") == true)
        #expect(error?.message.contains("secret") == false)
    }

    @Test("may be a PostgreSQL server, with libpq's parameters")
    func postgres() throws {
        let url = "postgresql://ada:p%40ss@db.example:5433/laurel?sslmode=verify-full"
        guard case .postgres(let address) = try DatabaseAddress(url) else {
            Issue.record("not PostgreSQL")
            return
        }
        let expected = [
            "user": "ada", "password": "p@ss", "host": "db.example", "port": "5433", "dbname": "laurel",
            "sslmode": "verify-full", "connect_timeout": "5",
        ]
        for (keyword, value) in expected { #expect(address.parameters[keyword] == value) }
        #expect(address.description == "laurel on db.example")
    }

    @Test("makes missing folders and takes any name")
    func makesFolders() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let path = folder.appending(path: "a/dä ta %20 ?x=1#/🏅.sqlite").path
        let database = try PortalDatabase.open(url: "sqlite:\(path)", logger: TemporaryDatabase.logger)
        _ = try await database.migrate(at: Date())
        try database.close()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test("says why a path cannot be opened")
    func unusable() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "text.txt")
        try Data(String(repeating: "Not a database. ", count: 100).utf8).write(to: file)
        let reasons = [
            folder.path: "it is a folder; name a file in it.",
            file.path: "it is not a SQLite database.",
            file.appending(path: "x.sqlite").path: "its folder \(file.path) cannot be made.",
        ]
        for (path, reason) in reasons {
            #expect(throws: StorageError.cannotOpen(path, reason)) {
                try PortalDatabase.open(url: "sqlite:\(path)", logger: TemporaryDatabase.logger)
            }
        }
    }
}
