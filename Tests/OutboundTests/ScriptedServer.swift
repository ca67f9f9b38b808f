import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A server on a free port of this machine that answers with the bytes a test gives it, one request a connection.
final class ScriptedServer: Sendable {
    enum Answer: Sendable {
        case text(String)
        case bytes([UInt8])
        case drop
        /// Begins an answer and says nothing more.
        case stall(String)
        /// Says nothing until the other side goes away.
        case hang

        static func status(_ status: Int, _ headers: [String] = [], _ body: String = "") -> Self {
            let length = "Content-Length: \(body.utf8.count)"
            let head = ["HTTP/1.1 \(status) Status", length, "Connection: close"] + headers
            return .text(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
        }
    }

    private let state: Mutex<(requests: [String], script: [Answer])>
    private let arrival = AsyncStream<Void>.makeStream()

    private init(_ script: [Answer]) { state = Mutex(([], script)) }

    var requests: [String] { state.withLock { $0.requests } }

    /// Runs `body` with a server that plays `script` and says 418 when it is over.
    static func run(
        _ script: Answer...,
        body: (ScriptedServer, _ address: String) async throws -> Void
    ) async throws {
        let server = ScriptedServer(script)
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Conversation(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let result = await Result(catching: {
            try await body(server, "http://127.0.0.1:\(listener.localAddress?.port ?? 0)")
        })
        try await listener.close()
        try result.get()
    }

    /// Returns when a request has arrived.
    func waitForRequest() async {
        for await _ in arrival.stream { return }
    }

    fileprivate func answer(to request: String) -> Answer {
        defer { arrival.continuation.yield() }
        return state.withLock {
            $0.requests.append(request)
            return $0.script.isEmpty ? .status(418) : $0.script.removeFirst()
        }
    }
}

/// One connection: gathers a request, answers, closes.
private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ScriptedServer
    private var request = ""

    init(_ server: ScriptedServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        request += String(buffer: unwrapInboundIn(data))
        guard isWhole else { return }
        switch server.answer(to: request) {
        case .text(let text):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            context.close(promise: nil)
        case .bytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            context.close(promise: nil)
        case .stall(let text): context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        case .drop: context.close(promise: nil)
        case .hang: break
        }
    }

    private var isWhole: Bool {
        guard let end = request.range(of: "\r\n\r\n") else { return false }
        let length = request.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        let due = length.flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
        return request[end.upperBound...].utf8.count >= due
    }
}

extension Result where Failure == any Error {
    fileprivate init(catching body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
