import Core
import Foundation

@testable import Storage

/// A PostgreSQL that runs for these tests only; it ends with the process that started it.
actor TestServer {
    /// For all tests that do not disturb it.
    static let shared = TestServer()

    private struct Running {
        let input: FileHandle
        let output: FileHandle
        let folder: String
    }

    private var starting: Task<Running, any Error>?
    /// Where it speaks TLS, besides its Unix socket.
    private let port: Int?

    init(tlsPort: Int? = nil) { port = tlsPort }

    /// The certificate with which it speaks TLS; also its own root.
    var certificate: String {
        get async throws { "\(try await running().folder)/server.crt" }
    }

    /// - Returns: the address of a new database; an empty one, or one with the current schema.
    func makeDatabase(migrated: Bool) async throws -> String {
        let running = try await running()
        let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        let template = migrated ? "TEMPLATE migrated" : ""
        try await administer(running) { try $0.run("CREATE DATABASE \(name) \(template)") }
        return url(name, running.folder)
    }

    /// Stops it, at once or after what is running, and starts it again.
    func restart(atOnce: Bool = false) async throws {
        let running = try await running()
        try running.input.write(contentsOf: Data((atOnce ? "crash\n" : "restart\n").utf8))
        try Self.waitUntilReady(running.output)
    }

    private func running() async throws -> Running {
        if let starting { return try await starting.value }
        let task = Task { try await self.start() }
        starting = task
        return try await task.value
    }

    private func start() async throws -> Running {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let folder = FileManager.default.temporaryDirectory.appending(path: "laurel-pg-\(UUID().uuidString.prefix(8))")
            .path
        let (input, output) = (Pipe(), Pipe())
        let script = Process()
        script.executableURL = root.appending(path: "Scripts/temporary-postgres.sh").standardizedFileURL
        script.arguments = [folder] + (port.map { ["\($0)"] } ?? [])
        script.standardInput = input
        script.standardOutput = output
        try script.run()
        try Self.waitUntilReady(output.fileHandleForReading)
        let running = Running(
            input: input.fileHandleForWriting,
            output: output.fileHandleForReading,
            folder: folder
        )
        try await administer(running) { try $0.run("CREATE DATABASE migrated") }
        let connection = PostgresConnection(
            try PostgresAddress(url("migrated", folder)),
            outage: PostgresOutage(),
            congestion: PostgresCongestion()
        )
        _ = try await Migrator().migrate(ConnectionDatabase(connection: connection), at: Date())
        await connection.close()
        return running
    }

    private static func waitUntilReady(_ output: FileHandle) throws {
        guard String(decoding: output.availableData, as: UTF8.self).contains("ready") else { throw TestServerMissing() }
    }

    private func administer(_ running: Running, _ work: (PostgresLink) throws -> Void) async throws {
        let address = try PostgresAddress(url("postgres", running.folder))
        try work(try PostgresLink(address, settings: ""))
    }

    private func url(_ name: String, _ folder: String) -> String {
        "postgresql:///\(name)?user=laurel&host=\(folder)&port=\(port ?? 5432)"
    }
}

struct TestServerMissing: Error, CustomStringConvertible {
    var description: String { "No PostgreSQL could be started for the tests. Scripts/setup.sh installs it." }
}

/// One connection as a database.
private struct ConnectionDatabase: SQLDatabase {
    let connection: PostgresConnection
    var dialect: SQLDialect { .postgres }

    func read<Result: Sendable>(_ work: @Sendable (any SQLSession) throws -> Result) async throws -> Result {
        try await connection.run("BEGIN", isRepeatable: true, work)
    }

    func write<Result: Sendable>(
        _ durability: Durability,
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await connection.run("BEGIN", isRepeatable: false, work)
    }

    func alone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await connection.alone(work)
    }

    func snapshot<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result { throw TestServerMissing() }
    func aloneNow<Result>(_ work: (any SQLSession) throws -> Result) throws -> Result { throw TestServerMissing() }
    func close() throws {}
}
