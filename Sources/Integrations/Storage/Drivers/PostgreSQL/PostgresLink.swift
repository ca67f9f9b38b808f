import CPQ
import Foundation

/// One connection to a server: libpq's, and what was prepared on it.
///
/// It belongs to one thread at a time. Every call waits for the server.
final class PostgresLink {
    let pointer: OpaquePointer
    private var prepared: [String: String] = [:]
    /// More than the portal has statements; above it the server forgets them all.
    private static let preparedLimit = 500

    /// - Throws: ``PostgresFailure``.
    init(_ address: PostgresAddress, settings: String) throws(PostgresFailure) {
        let (keywords, values) = (Array(address.parameters.keys), Array(address.parameters.values))
        let connected = CStrings(keywords + values).withPointers { pointers in
            let keys = Array(pointers.prefix(keywords.count)) + [nil]
            let texts = Array(pointers.suffix(keywords.count)) + [nil]
            return PQconnectdbParams(keys, texts, 0)
        }
        guard let connected else { throw PostgresFailure(state: "08001", message: "out of memory") }
        guard PQstatus(connected) == CONNECTION_OK else {
            let reason = PostgresFailure.firstLine(String(cString: PQerrorMessage(connected)))
            PQfinish(connected)
            throw PostgresFailure(state: "08001", message: reason)
        }
        pointer = connected
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        try run(settings)
    }

    deinit { PQfinish(pointer) }

    var isUsable: Bool { PQstatus(pointer) == CONNECTION_OK }
    var isFailed: Bool { PQtransactionStatus(pointer) == PQTRANS_INERROR }
    var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

    /// Runs one or more statements without values.
    func run(_ text: String) throws(PostgresFailure) {
        _ = try PostgresResult(PQexec(pointer, text), on: pointer)
    }

    /// The answers after a COPY.
    func finishResults() throws(PostgresFailure) {
        while let result = PQgetResult(pointer) {
            do { _ = try PostgresResult(result, on: pointer) } catch {
                passResults()
                throw error
            }
        }
    }

    func passResults() {
        while let result = PQgetResult(pointer) { PQclear(result) }
    }

    /// Runs a statement that stays prepared.
    func query(_ text: String, _ values: [SQLValue]) throws(PostgresFailure) -> PostgresResult {
        let name = try prepare(text, values.count)
        let result = PostgresValues(values).withParameters { parameters, lengths, formats in
            PQexecPrepared(pointer, name, Int32(values.count), parameters, lengths, formats, 0)
        }
        return try PostgresResult(result, on: pointer)
    }

    /// Runs a statement whose answer comes in parts, so that it needs little memory.
    ///
    /// - Parameter visit: is given every part; when it throws, the rest is passed over.
    func stream(
        _ text: String,
        _ values: [SQLValue],
        _ visit: (PostgresResult) throws -> Void
    ) throws {
        let isSent = PostgresValues(values).withParameters { parameters, lengths, formats in
            PQsendQueryParams(pointer, text, Int32(values.count), nil, parameters, lengths, formats, 0)
        }
        defer { passResults() }
        guard isSent == 1, PQsetSingleRowMode(pointer) == 1 else { throw PostgresFailure(nil, on: pointer) }
        while let result = PQgetResult(pointer) { try visit(PostgresResult(result, on: pointer)) }
    }

    private func prepare(_ text: String, _ count: Int) throws(PostgresFailure) -> String {
        if let name = prepared[text] { return name }
        if prepared.count >= Self.preparedLimit {
            try run("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        _ = try PostgresResult(PQprepare(pointer, name, text, Int32(count), nil), on: pointer)
        prepared[text] = name
        return name
    }
}

/// An answer of the server, until nobody needs it.
final class PostgresResult {
    let pointer: OpaquePointer

    init(_ result: OpaquePointer?, on connection: OpaquePointer) throws(PostgresFailure) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY, PGRES_COPY_IN, PGRES_COPY_OUT:
            break
        default:
            let failure = PostgresFailure(result, on: connection)
            PQclear(result)
            throw failure
        }
        guard let result else { throw PostgresFailure(state: "08006", message: "no answer") }
        pointer = result
    }

    deinit { PQclear(pointer) }

    var count: Int { Int(PQntuples(pointer)) }

    /// How many rows the statement inserted, changed or deleted.
    var affected: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
}
