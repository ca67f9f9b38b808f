import CPQ

/// Why the server, or the way to it, did not do what it was asked.
struct PostgresFailure: Error {
    /// SQLSTATE, five characters; class 08 when the connection itself broke.
    let state: String
    let message: String

    init(state: String, message: String) {
        self.state = state
        self.message = message
    }

    /// What `result` says, or the connection when it says nothing.
    init(_ result: OpaquePointer?, on connection: OpaquePointer) {
        let code = PQresultErrorField(result, Self.sqlStateField).map { String(cString: $0) }
        let primary = PQresultErrorField(result, Self.primaryField).map { String(cString: $0) }
        // What has no SQLSTATE does not come from the server: libpq lost it.
        state = code ?? "08006"
        message = primary ?? Self.firstLine(String(cString: PQerrorMessage(connection)))
    }

    // PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY are character constants, which Swift does not import.
    private static let sqlStateField = Int32(UInt8(ascii: "C"))
    private static let primaryField = Int32(UInt8(ascii: "M"))

    static func firstLine(_ text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).first ?? "no reason given")
    }

    /// The connection cannot be used again.
    var isConnectionLost: Bool {
        state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state)
    }

    /// The same unit of work may succeed when it runs again: serialization failure, deadlock, lock not available,
    /// or a statement that was prepared before the schema changed.
    var isTransient: Bool {
        ["40001", "40P01", "55P03"].contains(state) || isPlanOutdated
    }

    /// It and another unit of work would have made nonsense of each other.
    var isCollision: Bool { ["40001", "40P01"].contains(state) }

    var isPlanOutdated: Bool { state == "0A000" && message.contains("cached plan") }

    /// In the words of the house.
    var meaning: any Error {
        if isConnectionLost { return StorageError.unreachable(message) }
        switch state {
        case "23505": return SQLError.unique(message)
        case "23503": return SQLError.foreignKey
        case "23514": return SQLError.check(message)
        case "23502": return SQLError.notNull(message)
        case "22021", "22P05": return StorageError.unstorableText
        case "25006": return StorageError.readOnly
        case "53100": return StorageError.diskFull
        case "58030": return StorageError.diskFailed
        case "53300", "53400": return StorageError.unreachable(message)
        case "57014": return StorageError.busy
        case _ where isTransient: return StorageError.busy
        default: return SQLError.other(code: state, message: message)
        }
    }
}
