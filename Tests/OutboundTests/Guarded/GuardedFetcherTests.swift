import CZlib
import Core
import Foundation
import Synchronization
import Testing

@testable import Outbound

@Suite("The guarded fetcher")
struct GuardedFetcherTests {
    private static let json = ["Content-Type: application/json; charset=utf-8"]

    /// Loopback is allowed; names lead to it.
    private func fetcher(_ base: String, _ names: [String: [String]] = [:], perMinute: Int = 60) -> GuardedFetcher {
        let port = URL(string: base)?.port ?? 0
        return .test(
            FetchPolicy(allowsHTTP: true, allowsLoopback: true, ports: [port]),
            names: names,
            perMinute: perMinute
        )
    }

    @Test("gives the answer, whatever its status, and sends nothing that identifies anybody")
    func honest() async throws {
        try await ScriptedServer.run(
            .status(200, Self.json + ["Set-Cookie: a=b"], "{}🏅"),
            .status(410, Self.json, "{}")
        ) {
            server,
            base in
            let fetcher = fetcher(base)
            let first = try await fetcher.document("\(base)/a?b=c#d")
            #expect(first.status == 200 && first.mediaType == "application/json" && first.url == "\(base)/a?b=c")
            #expect(first.body == Array("{}🏅".utf8))
            #expect(try await fetcher.document("\(base)/b").status == 410)
            for request in server.requests {
                let names = Set(
                    request.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != ":" }.lowercased() }
                )
                #expect(names.isSubset(of: ["host", "user-agent", "accept", "accept-encoding", "connection"]))
            }
        }
    }

    @Test("connects to the address that was checked, and keeps the name in Host")
    func pinned() async throws {
        try await ScriptedServer.run(.status(200, Self.json, "{}")) { server, base in
            let port = URL(string: base)?.port ?? 0
            let fetcher = fetcher(base, ["no-such-name.invalid.": ["127.0.0.1"]])
            let document = try await fetcher.document("http://no-such-name.INVALID:\(port)/x")
            #expect(document.body == Array("{}".utf8))
            #expect(server.requests.first?.lowercased().contains("host: no-such-name.invalid:\(port)\r\n") == true)
        }
    }

    @Test("shows names as they stand in DNS, so that look-alikes are seen")
    func homographs() throws {
        let address = try FetchAddress("https://аpple.example/🏅", FetchPolicy())
        #expect(address.text == "https://xn--pple-43d.example/%F0%9F%8F%85")
        #expect(try FetchAddress("https://badges.example/@ada?a@b", FetchPolicy()).target == "/@ada?a@b")
        #expect(try FetchAddress("HTTPS://Badges.EXAMPLE.:443", FetchPolicy()).text == "https://badges.example/")
    }

    @Test("asks a portal that is tried out without a certificate by http, and nobody else")
    func trial() throws {
        let did = "https://127.0.0.1:8080/.well-known/did.json"
        let both = FetchPolicy(allowsHTTP: true, allowsLoopback: true)
        #expect(try FetchAddress(did, both).text == "http://127.0.0.1:8080/.well-known/did.json")
        #expect(try FetchAddress(did, FetchPolicy(own: "http://127.0.0.1:8080")).text.hasPrefix("http://"))
        #expect(try FetchAddress(did, FetchPolicy(allowsLoopback: true)).scheme == "https")
        #expect(try FetchAddress("https://badges.example/x", both).scheme == "https")
        #expect(throws: FetchError.self) { try FetchAddress(did, FetchPolicy(own: "http://127.0.0.1:8081")) }
        #expect(throws: FetchError.self) {
            try FetchAddress("https://127.0.0.1:8080/admin", FetchPolicy(own: "http://127.0.0.1:8080"))
        }
    }

    @Test("follows five redirects and not a sixth")
    func redirects() async throws {
        let hops = (1...6).map { ScriptedServer.Answer.status(302, ["Location: /\($0)"]) }
        try await ScriptedServer.run(hops[0], hops[1], hops[2], hops[3], hops[4], .status(200, Self.json, "{}")) {
            _,
            base in
            let document = try await fetcher(base).document("\(base)/0")
            #expect(document.url == "\(base)/5")
        }
        try await ScriptedServer.run(hops[0], hops[1], hops[2], hops[3], hops[4], hops[5]) { server, base in
            #expect(await fetcher(base).outcome("\(base)/0") == .failure(.tooManyRedirects(host: "127.0.0.1")))
            #expect(server.requests.count == 6)
        }
    }

    @Test("stops at 2 MiB, announced or not, packed or not")
    func sizes() async throws {
        let large = String(repeating: "a", count: GuardedFetcher.sizeLimit + 1)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
        let bomb = Self.packed(zeros: 64 << 20)
        let packed = Array("\(head)Content-Encoding: deflate\r\nContent-Length: \(bomb.count)\r\n\r\n".utf8) + bomb
        try await ScriptedServer.run(
            .text("\(head)Content-Length: 99999999999\r\n\r\n"),
            .text("\(head)\r\n\(large)"),
            .bytes(packed)
        ) { _, base in
            let fetcher = fetcher(base)
            for path in ["announced", "silent", "packed"] {
                #expect(await fetcher.outcome("\(base)/\(path)") == .failure(.tooLarge(host: "127.0.0.1")))
            }
        }
    }

    @Test("waits 10 seconds for the whole answer, however slowly it comes")
    func slow() async throws {
        try await ScriptedServer.run(.stall("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")) {
            server,
            base in
            let waited = Mutex<[Duration]>([])
            let sleep: @Sendable (Duration) async throws -> Void = { duration in
                waited.withLock { $0.append(duration) }
                await server.waitForRequest()
            }
            let fetcher = GuardedFetcher.test(FetchPolicy(allowsLoopback: true), sleep: sleep)
            #expect(await fetcher.outcome("\(base)/") == .failure(.timedOut(host: "127.0.0.1")))
            #expect(waited.withLock { $0 } == [.seconds(10)])
        }
    }

    @Test("takes only the types that were asked for")
    func types() async throws {
        try await ScriptedServer.run(
            .status(200, ["Content-Type: text/html"], "<p>"),
            .status(404, ["Content-Type: text/html"], "<p>")
        ) { _, base in
            let fetcher = fetcher(base)
            #expect(await fetcher.outcome("\(base)/") == .failure(.unwantedType("text/html")))
            let missing = try await fetcher.document("\(base)/")
            #expect(missing.status == 404)
        }
    }

    @Test("says so when nobody is there or the name does not exist")
    func nobody() async throws {
        var base = ""
        try await ScriptedServer.run { _, address in base = address }
        #expect(await fetcher(base).outcome(base) == .failure(.unreachable(host: "127.0.0.1")))
        #expect(await fetcher(base).outcome("https://no.example/") == .failure(.unreachable(host: "no.example")))
    }

    @Test("asks one host no more than so many times a minute")
    func often() async throws {
        try await ScriptedServer.run(.status(200, Self.json, "{}"), .status(200, Self.json, "{}")) { server, base in
            let fetcher = fetcher(base, perMinute: 1)
            _ = try await fetcher.document("\(base)/1")
            #expect(await fetcher.outcome("\(base)/2") == .failure(.tooOften(host: "127.0.0.1")))
            #expect(server.requests.count == 1)
        }
    }

    private static func packed(zeros count: Int) -> [UInt8] {
        let plain = [UInt8](repeating: 0, count: count)
        var size = compressBound(uLong(count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        guard compress2(&packed, &size, plain, uLong(count), 9) == Z_OK else { return [] }
        return Array(packed.prefix(Int(size)))
    }
}
