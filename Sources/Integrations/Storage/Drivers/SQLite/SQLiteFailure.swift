import Foundation
import GRDB

/// SQLite's result codes in the words of the house.
enum SQLiteFailure {
    /// Runs `work`; what GRDB throws becomes ``SQLError`` or ``StorageError``, everything else stays.
    static func translating<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw meaning(of: error)
        }
    }

    private static func meaning(of error: DatabaseError) -> any Error {
        let message = error.message ?? "no message"
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return SQLError.unique(message)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return SQLError.foreignKey
        case .SQLITE_CONSTRAINT_CHECK: return SQLError.check(message)
        case .SQLITE_CONSTRAINT_NOTNULL: return SQLError.notNull(message)
        default: break
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return StorageError.busy
        case .SQLITE_FULL: return StorageError.diskFull
        case .SQLITE_IOERR: return StorageError.diskFailed
        case .SQLITE_READONLY: return StorageError.readOnly
        default: return SQLError.other(code: "\(error.extendedResultCode.rawValue)", message: message)
        }
    }

    /// Why the file at `path` could not be opened.
    static func opening(_ path: String, _ error: any Error) -> StorageError {
        guard let error = error as? DatabaseError else { return .cannotOpen(path, "\(error)") }
        let reason =
            switch error.resultCode {
            case .SQLITE_CANTOPEN: cannotOpenReason(path)
            case .SQLITE_NOTADB: "it is not a SQLite database."
            case .SQLITE_CORRUPT: "it is damaged; restore a backup."
            case .SQLITE_READONLY, .SQLITE_PERM: "the portal has no right to write to it."
            case .SQLITE_BUSY, .SQLITE_LOCKED: "another program holds it."
            case .SQLITE_FULL: "the disk is full."
            default: error.message ?? "code \(error.extendedResultCode.rawValue)"
            }
        return .cannotOpen(path, reason)
    }

    private static func cannotOpenReason(_ path: String) -> String {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        if exists, isDirectory.boolValue { return "it is a folder; name a file in it." }
        return "the portal has no right to \(exists ? "read it" : "make it there")."
    }
}
