import Contracts
import Core
import HTTPTypes
import Testing

@testable import App

/// The address that the browser comes back to, damaged on its way.
@Suite("Damaged callbacks, for long", .fuzz)
struct CallbackFuzz {
    @Test("never begin a session unless the state is whole, and never stop the portal", arguments: Fuzz.seeds)
    func damaged(seed: UInt64) async throws {
        try await SignInPortal.run { portal, client async throws in
            portal.provider.recognises("ada", ["ada@acme.example"])
            var random = Generator(seed: seed)
            let browser = TestBrowser(client)
            let callback = try await browser.beginning()
            let parts = callback.split(separator: "?", maxSplits: 1).map(String.init)
            let whole = String(try #require(parts[1].split(separator: "state=").last))
            for _ in 0..<Fuzz.rounds {
                let damaged = Self.query(Array(parts[1].utf8).damaged(by: &random))
                if damaged.contains(whole) { continue }
                let answer = try await browser.get("\(parts[0])?\(damaged)")
                #expect([400, 403].contains(answer.status.code), "\(damaged)")
                #expect(browser.cookie("laurel-session") == nil, "\(damaged)")
            }
            #expect(try await browser.get(callback).status == .seeOther)
            #expect(browser.cookie("laurel-session") != nil)
        }
    }

    /// What a request line can hold: everything else is escaped, as a browser does.
    private static func query(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "#")
                ? String(UnicodeScalar(byte)) : "%" + [byte].hexadecimal.uppercased()
        }.joined()
    }
}
