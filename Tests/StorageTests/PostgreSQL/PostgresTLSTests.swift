import Core
import Foundation
import Testing

@testable import Storage

@Suite("PostgreSQL over TLS")
struct PostgresTLSTests {
    private static func isEncrypted(_ url: String) async throws -> Bool {
        let portal = try PortalDatabase.open(url: url, logger: TemporaryDatabase.logger)
        let found = try await portal.database.read { session in
            try session.first("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") { $0.bool() }
        }
        try portal.close()
        return found ?? false
    }

    private static func refusal(_ url: String) async -> String? {
        let error = await #expect(throws: StorageError.self) { try await isEncrypted(url) }
        return error?.message
    }

    @Test("does what sslmode says, and says why it does not connect")
    func modes() async throws {
        let port = try Self.freePort()
        let server = TestServer(tlsPort: port)
        let root = try await server.certificate
        let localhost = "postgresql://laurel@localhost:\(port)/postgres"
        let address = "postgresql://laurel@127.0.0.1:\(port)/postgres"
        #expect(try await Self.isEncrypted("\(localhost)?sslmode=verify-full&sslrootcert=\(root)"))
        #expect(try await Self.isEncrypted("\(address)?sslmode=verify-ca&sslrootcert=\(root)"))
        #expect(try await Self.isEncrypted("\(address)?sslmode=require"))
        #expect(try await !Self.isEncrypted("\(address)?sslmode=disable"))
        let otherName = await Self.refusal("\(address)?sslmode=verify-full&sslrootcert=\(root)")
        #expect(otherName?.contains("does not match host name") == true)
        let otherRoot = await Self.refusal("\(localhost)?sslmode=verify-full&sslrootcert=/nowhere/root.crt")
        #expect(otherRoot?.contains("root certificate file") == true)
        #expect(otherRoot?.hasPrefix("The database server does not answer, so nothing was changed.") == true)
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
            }
        }
        try #require(isBound)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
