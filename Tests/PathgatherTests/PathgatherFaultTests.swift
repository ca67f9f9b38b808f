import Core
import Foundation
import Testing

@testable import Pathgather

@Suite("Pathgather in trouble", .serialized) struct PathgatherFaultTests {
    @Test("gets over two failures in a row") func twice() async throws {
        try await fails(#"{"fail_next":2,"fail_status":500}"#) { source in
            let page = try await source.changes(after: nil)
            #expect(page.batch.facts.count == 50)
        }
    }

    @Test("is refused") func unauthorized() async throws {
        try await fails(#"{"rate_401":1}"#) { source in
            let error = await #expect(throws: SourceError.self) { try await source.changes(after: nil) }
            guard case .unauthorized? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(await source.check().status == .misconfigured)
        }
    }

    @Test("is told to wait") func rateLimited() async throws {
        try await fails(#"{"fail_next":1,"fail_status":429,"retry_after":7}"#) { source in
            await #expect(throws: SourceError.rateLimited(retryAfter: 7)) { try await source.changes(after: nil) }
        }
    }

    @Test("is told to wait after so many calls a minute") func limit() async throws {
        try await fails(#"{"limit_per_min":1}"#) { source in
            let error = await #expect(throws: SourceError.self) {
                for _ in 1...3 { _ = try await source.catalogue(after: nil) }
            }
            guard case .rateLimited(let seconds?)? = error else { return #expect(Bool(false)) }
            #expect((0...60).contains(seconds))
        }
    }

    @Test("does not answer", arguments: [#"{"rate_drop":1}"#, #"{"rate_500":1}"#, #"{"rate_503":1}"#])
    func unavailable(fault: String) async throws {
        try await fails(fault) { source in
            let error = await #expect(throws: SourceError.self) { try await source.changes(after: nil) }
            guard case .unavailable? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(await source.check().status == .down)
        }
    }

    @Test("answers nonsense", arguments: [#"{"rate_truncate":1}"#, #"{"rate_html":1}"#])
    func malformed(fault: String) async throws {
        try await fails(fault) { source in
            let error = await #expect(throws: SourceError.self) { try await source.changes(after: nil) }
            guard case .malformed? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    @Test("takes too long") func slow() async throws {
        try await fails(#"{"slow_ms":400}"#, timeout: .milliseconds(40)) { source in
            let reason = "no answer from 127.0.0.1 within 0.04 seconds."
            await #expect(throws: SourceError.unavailable(reason)) { try await source.changes(after: nil) }
        }
    }

    @Test("goes on after it was in trouble, from the same place") func recovers() async throws {
        try await FakePathgather.run(["--users", "60", "--paths", "10", "--density", "0.5"]) { fake in
            let source = try fake.source()
            let first = try await source.changes(after: nil)
            try await fake.control("faults", #"{"rate_drop":1}"#)
            await #expect(throws: SourceError.self) { try await source.changes(after: first.next) }
            try await fake.control("faults", #"{"rate_drop":0}"#)
            let rest = try await source.readAll(after: first.next)
            #expect(Set((first.batch.facts + rest.batch.facts).map(\.recordID)).count == 300)
        }
    }

    @Test("starts again when Pathgather no longer knows the page") func expired() async throws {
        try await FakePathgather.run(["--users", "60", "--paths", "10", "--density", "0.5"]) { fake in
            var cursor = FeedCursor()
            cursor.from = "bm9uc2Vuc2U"
            let old = try cursor.encoded()
            let source = try fake.source()
            await #expect(throws: SourceError.cursorExpired) { try await source.changes(after: old) }
        }
    }

    @Test("is not spoken to when its certificate is not to be trusted") func certificate() async throws {
        try await FakePathgather.run(["--tls"]) { fake in
            let health = try await fake.source().check()
            #expect(health.status == .down)
            #expect(health.message.contains("certificate") || health.message.contains("CERTIFICATE"))
        }
    }

    private func fails(
        _ fault: String,
        timeout: Duration = .seconds(10),
        _ body: (PathgatherSource) async throws -> Void
    ) async throws {
        try await FakePathgather.run(["--users", "20", "--paths", "5", "--density", "0.5"]) { fake in
            try await fake.control("faults", fault)
            try await body(fake.source(timeout: timeout))
        }
    }
}
