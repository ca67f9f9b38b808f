import Contracts
import Core
import Foundation
import Testing

@testable import Outbound

@Suite("Provider address") struct ProviderAddressTests {
    @Test(
        "puts paths and queries under the base address",
        arguments: [
            ("https://a.example/v1", "paths", "https://a.example/v1/paths"),
            ("https://A.example:443/v1/", "paths/x y%2F?#", "https://a.example/v1/paths/x%20y%252F%3F%23"),
            ("http://a.example:81", "p", "http://a.example:81/p"),
            ("https://a.example/v1", "https://A.EXAMPLE/other?from=1", "https://A.EXAMPLE/other?from=1"),
        ]
    )
    func resolves(base: String, path: String, expected: String) throws {
        #expect(try url(base, SourceRequest(path)) == expected)
    }

    @Test("escapes everything in a query") func query() throws {
        let request = SourceRequest("p", query: ["b": "a+b&c=é", "a": "🏅 "])
        #expect(try url("https://a.example", request) == "https://a.example/p?a=%F0%9F%8F%85%20&b=a%2Bb%26c%3D%C3%A9")
    }

    @Test(
        "leads nowhere else",
        arguments: [
            "https://b.example/p", "http://a.example/p", "https://a.example:444/p", "https://a.example@b.example/p",
            "https://u:p@a.example/p", "ftp://a.example/p", "//b.example/p", "/p", "../p", "x/../../p", "x/./p",
        ]
    )
    func refuses(path: String) {
        #expect(throws: SourceError.self) { try url("https://a.example/v1", SourceRequest(path)) }
    }

    @Test("stays below the base address with any text", arguments: 0..<200) func fuzz(seed: Int) throws {
        let pieces = [
            "..", ".", "/", "\\", "@", ":", "//", "https:", "%2e", "%2F", "é", "🏅", "?", "#", "b.example", " ",
        ]
        var random = Generator(seed: UInt64(seed))
        let path = (0..<6).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        guard let text = try? url("https://a.example/v1", SourceRequest(path)), let resolved = URL(string: text) else {
            return
        }
        #expect(resolved.host() == "a.example")
    }

    private func url(_ base: String, _ request: SourceRequest) throws -> String {
        let base = try #require(URL(string: base))
        return try ProviderAddress(base).url(of: request).absoluteString
    }
}
