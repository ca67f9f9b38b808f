import NIOCore
import NIOPosix
import Synchronization

/// Listens on one port of 127.0.0.1 and ::1, and counts who comes.
final class CountingListener: Sendable {
    private let count = Mutex(0)

    var connections: Int { count.withLock { $0 } }

    /// Runs `body` with a listener, and returns how many connections were opened meanwhile.
    static func count(_ body: (_ port: Int) async throws -> Void) async throws -> Int {
        let listener = CountingListener()
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                listener.count.withLock { $0 += 1 }
                return channel.close()
            }
        let first = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
        let port = first.localAddress?.port ?? 0
        let second = try await bootstrap.bind(host: "::1", port: port).get()
        do {
            try await body(port)
        } catch {
            try await first.close()
            try await second.close()
            throw error
        }
        try await first.close()
        try await second.close()
        return listener.connections
    }
}
