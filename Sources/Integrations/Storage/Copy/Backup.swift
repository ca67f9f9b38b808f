import Foundation

/// A whole database in one file: SQLite's own format, or pg_dump's custom format.
package enum Backup {
    /// Writes `database` to `path` while it is in use; the file appears when it is complete.
    ///
    /// - Throws: ``StorageError/backup(_:)``; `path` is as it was.
    package static func write(_ database: PortalDatabase, to path: String) throws {
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            switch database.database {
            case let sqlite as SQLiteDatabase: try sqlite.backUp(to: part)
            case let postgres as PostgresDatabase:
                try PostgresTool.run(
                    "pg_dump",
                    ["--format=custom", "--no-owner", "--no-privileges", "--file=\(part)"],
                    postgres.address
                )
            default: throw StorageError.backup("this kind of database cannot be written to a file.")
            }
            try verify(part)
            guard rename(part, path) == 0 else { throw StorageError.backup("\(path) cannot be written.") }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    /// Reads the whole file and checks it.
    ///
    /// - Throws: ``StorageError/backup(_:)`` with what is wrong.
    package static func verify(_ path: String) throws {
        switch try kind(of: path) {
        case .sqlite: try SQLiteDatabase.verifyBackup(path)
        case .postgres: try PostgresTool.run("pg_restore", ["--file=/dev/null", path], nil)
        }
    }

    /// Fills the empty database at `url` from a file of the same kind of database.
    ///
    /// - Throws: ``StorageError/notEmpty``, ``StorageError/backup(_:)``; the database is as it was.
    package static func restore(_ path: String, to url: String) throws {
        try verify(path)
        switch (try kind(of: path), try DatabaseAddress(url)) {
        case (.sqlite, .sqlite(let target)):
            // A journal that was left behind would be played into the restored file.
            for ending in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: target + ending)
            {
                throw StorageError.notEmpty
            }
            try DatabaseAddress.makeFolder(of: target)
            try SQLiteDatabase.copyBackup(path, to: target + ".part")
            guard rename(target + ".part", target) == 0 else {
                throw StorageError.backup("\(target) cannot be written.")
            }
        case (.postgres, .postgres(let address)):
            try PostgresDatabase(address).snapshot { session in
                guard try DatabaseTable.all(session, .postgres).isEmpty else { throw StorageError.notEmpty }
            }
            try PostgresTool.run(
                "pg_restore",
                [
                    "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
                    "--dbname=\(address.parameters["dbname"] ?? "")", path,
                ],
                address
            )
        default:
            throw StorageError.backup(
                "it is a backup of the other kind of database. Restore it there, then use laurel database copy."
            )
        }
    }

    private enum Kind {
        case sqlite
        case postgres
    }

    private static func kind(of path: String) throws -> Kind {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw StorageError.backup("the file \(path) cannot be read.")
        }
        defer { try? file.close() }
        let start = try file.read(upToCount: 16) ?? Data()
        if start.starts(with: Data("SQLite format 3".utf8)) { return .sqlite }
        if start.starts(with: Data("PGDMP".utf8)) { return .postgres }
        throw StorageError.backup("the file \(path) is no backup.")
    }
}

/// PostgreSQL's own programs.
enum PostgresTool {
    /// - Throws: ``StorageError/backup(_:)`` with the first line of what the program says.
    static func run(_ name: String, _ arguments: [String], _ address: PostgresAddress?) throws {
        let (program, errors) = (Process(), Pipe())
        program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        program.arguments = [name] + arguments
        program.environment = ProcessInfo.processInfo.environment.merging(address?.environment ?? [:]) { $1 }
        program.standardInput = FileHandle.nullDevice
        program.standardError = errors
        try program.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        program.waitUntilExit()
        guard program.terminationStatus == 0 else {
            throw StorageError.backup(
                "\(name) says: \(PostgresFailure.firstLine(String(decoding: said, as: UTF8.self)))"
            )
        }
    }
}
