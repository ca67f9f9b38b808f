import Core
import Foundation
import Synchronization
import Testing

@testable import Outbound

/// Server-side request forgery: every way to name a machine that is not on the public internet.
@Suite("The guarded fetcher opens no connection")
struct RefusalOfAddressesTests {
    /// `{p}` is the port on which this machine listens; it is among the allowed ones, so only the address can be it.
    static let forms = [
        "http://127.0.0.1:{p}/", "https://127.0.0.1:{p}/", "http://127.1:{p}/", "http://127.0.1:{p}/",
        "http://2130706433:{p}/", "http://0x7f000001:{p}/", "http://0x7f.0.0.1:{p}/", "http://0x7f.1:{p}/",
        "http://017700000001:{p}/", "http://0177.0.0.1:{p}/", "http://0177.0.0.0x1:{p}/", "http://127.000.000.001:{p}/",
        "http://127.0.0.1.:{p}/", "http://127.255.255.254:{p}/", "http://0:{p}/", "http://0.0.0.0:{p}/",
        "http://00000000.0:{p}/", "http://１２７.0.0.1:{p}/", "http://①②⑦.0.0.1:{p}/", "http://127。0。0。1:{p}/",
        "http://%31%32%37.0.0.1:{p}/", "http://127.0.0.1%2f.example:{p}/", "http://localhost:{p}/",
        "http://LOCALHOST:{p}/", "http://localhost.:{p}/", "http://a.localhost:{p}/", "http://ℓocalhost:{p}/",
        "http://loc\u{ad}alhost:{p}/", "http://localhost.localdomain.local:{p}/", "http://[::1]:{p}/",
        "http://[0:0:0:0:0:0:0:1]:{p}/", "http://[::]:{p}/", "http://[::ffff:127.0.0.1]:{p}/",
        "http://[::ffff:7f00:1]:{p}/", "http://[0:0:0:0:0:ffff:7f00:0001]:{p}/", "http://[::127.0.0.1]:{p}/",
        "http://[64:ff9b::7f00:1]:{p}/", "http://[64:ff9b:1::7f00:1]:{p}/", "http://[2002:7f00:1::]:{p}/",
        "http://[2001:0:7f00:1::]:{p}/", "http://[fe80::1]:{p}/", "http://[fe80::1%25lo]:{p}/",
        "http://[::1%25lo]:{p}/",
        "http://[fd00:ec2::254]:{p}/", "http://[fec0::1]:{p}/", "http://[ff02::1]:{p}/", "http://[100::1]:{p}/",
        "http://[2001:db8::1]:{p}/", "http://[3fff::1]:{p}/", "http://[5f00::1]:{p}/", "http://169.254.169.254:{p}/",
        "http://169.254.170.2:{p}/", "http://100.100.100.200:{p}/", "http://192.0.0.192:{p}/",
        "http://168.63.129.16:{p}/",
        "http://10.0.0.1:{p}/", "http://172.16.0.1:{p}/", "http://172.31.255.255:{p}/", "http://192.168.1.1:{p}/",
        "http://100.64.0.1:{p}/", "http://198.18.0.1:{p}/", "http://192.0.2.1:{p}/", "http://198.51.100.1:{p}/",
        "http://203.0.113.1:{p}/", "http://224.0.0.1:{p}/", "http://240.0.0.1:{p}/", "http://255.255.255.255:{p}/",
        "http://metadata:{p}/", "http://metadata.google.internal:{p}/", "http://printer.local:{p}/",
        "http://user@127.0.0.1:{p}/", "http://badges.example@127.0.0.1:{p}/", "http://a:b@127.0.0.1:{p}/",
        "http://badges.example\\@127.0.0.1:{p}/", "http://127.0.0.1:{p}\\@badges.example/", "http:127.0.0.1:{p}/",
        "http:///127.0.0.1:{p}/", "//127.0.0.1:{p}/", "127.0.0.1:{p}", "ftp://127.0.0.1:{p}/",
        "gopher://127.0.0.1:{p}/",
        "file:///etc/passwd", "data:,x", "unix:///run/x", "http+unix://%2Frun%2Fx/", "http://", "http://:{p}/",
        "http://[::1:{p}/", "http://[v1.x]:{p}/", "http://a..example:{p}/", "http://-{p}", "http://1.2.3.4.5:{p}/",
        "http://256.1.1.1:{p}/", "http://0x:{p}/", "http://a b:{p}/", "http://a\tb:{p}/",
        "http://127.0.0.1:{p}/\r\nHost: x",
        "", "🏅", "http://🐍:{p}/", "http://127.0.0.1\0:{p}/", "http://\(String(repeating: "a", count: 64)).example:{p}/",
        "http://example.com:{p}/\(String(repeating: "a", count: 10_000))",
    ]

    @Test("to this machine and to private networks, however they are written")
    func forms() async throws {
        var taken: [String] = []
        let connections = try await CountingListener.count { port in
            let fetcher = GuardedFetcher.test(FetchPolicy(allowsHTTP: true, ports: [port]))
            for form in Self.forms {
                let url = form.replacing("{p}", with: "\(port)")
                if await !fetcher.isRefused(url) { taken.append(form) }
            }
        }
        #expect(Self.forms.count >= 40)
        #expect(taken == [])
        #expect(connections == 0)
    }

    static let trapped = [
        "127.0.0.1", "127.0.0.53", "0.0.0.0", "10.1.2.3", "172.20.0.1", "192.168.0.10", "169.254.169.254",
        "100.64.1.1", "192.0.0.8", "198.19.0.1", "224.0.0.251", "255.255.255.255", "168.63.129.16", "::1", "::",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::1",
        "2001::1", "2001:db8::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::fb", "100::1", "3fff::1",
    ]

    @Test("to a name that leads there, alone or beside a public address", arguments: trapped)
    func names(address: String) async throws {
        let connections = try await CountingListener.count { port in
            let fetcher = GuardedFetcher.test(
                FetchPolicy(allowsHTTP: true, ports: [port]),
                names: ["a.example.": [address], "b.example.": ["93.184.216.34", address]]
            )
            #expect(await fetcher.isRefused("http://a.example:\(port)/"))
            #expect(await fetcher.isRefused("http://b.example:\(port)/"))
        }
        #expect(connections == 0)
    }

    @Test(
        "after a redirect from an address that is allowed",
        arguments: trapped.prefix(12) + ["localhost", "metadata"]
    )
    func redirects(target: String) async throws {
        let connections = try await CountingListener.count { port in
            let host = target.contains(":") ? "[\(target)]" : target
            for location in ["http://\(host):\(port)/x", "//\(host):\(port)/x", "https://user@\(host):\(port)/"] {
                try await ScriptedServer.run(
                    .status(302, ["Location: /awards/2"]),
                    .status(301, ["Location: \(location)"])
                ) {
                    server,
                    base in
                    let fetcher = GuardedFetcher.test(
                        FetchPolicy(allowsHTTP: true, ports: [port], own: base),
                        names: ["127.0.0.1": ["127.0.0.1"]]
                    )
                    #expect(await fetcher.isRefused("\(base)/awards/1"))
                    #expect(server.requests.count == 2)
                }
            }
        }
        #expect(connections == 0)
    }

    @Test("by a name that changes its mind between two hops")
    func rebinding() async throws {
        let connections = try await CountingListener.count { port in
            try await ScriptedServer.run(.status(302, ["Location: http://trap.example:\(port)/"])) { _, base in
                let lookups = Mutex(0)
                let lookup = NameLookup { _ in
                    lookups.withLock { $0 += 1 }
                    return [IPAddress("127.0.0.1")].compactMap(\.self)
                }
                let fetcher = GuardedFetcher.test(
                    FetchPolicy(allowsHTTP: true, ports: [port], own: base),
                    lookup: lookup
                )
                #expect(await fetcher.isRefused("\(base)/awards/1"))
                #expect(lookups.withLock { $0 } == 1)
            }
        }
        #expect(connections == 0)
    }

    @Test("to other ports, to plain http and to its own pages that are not public, unless they are allowed")
    func limits() async throws {
        let connections = try await CountingListener.count { port in
            let plain = GuardedFetcher.test(names: ["badges.example.": ["93.184.216.34"]])
            #expect(await plain.isRefused("https://badges.example:\(port)/"))
            #expect(await plain.isRefused("https://badges.example:22/"))
            #expect(await plain.isRefused("http://badges.example/"))
            let own = GuardedFetcher.test(FetchPolicy(own: "http://127.0.0.1:\(port)"))
            for path in ["/", "/admin", "/hooks/x", "/ob/../admin", "/ob/%2e%2e/admin/..", "/health/live"] {
                #expect(await own.isRefused("http://127.0.0.1:\(port)\(path)"))
            }
        }
        #expect(connections == 0)
    }
}
