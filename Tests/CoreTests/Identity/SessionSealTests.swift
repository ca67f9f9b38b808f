import Core
import Foundation
import Testing

@Suite("The seal of a session")
struct SessionSealTests {
    @Test("opens for the same session and provider, whatever the token", arguments: ["t", "", "🐍🏅", "שלום"])
    func opens(text: String) throws {
        let sealed = try SessionSeal(session: "cookie").seal(AccessToken(text), of: "yammer")
        #expect(SessionSeal(session: "cookie").open(sealed, of: "yammer") == AccessToken(text))
    }

    @Test("does not open for another session or provider, nor after a change")
    func stays() throws {
        let seal = SessionSeal(session: "cookie")
        let sealed = try seal.seal(AccessToken("secret"), of: "yammer")
        #expect(SessionSeal(session: "Cookie").open(sealed, of: "yammer") == nil)
        #expect(SessionSeal(session: TokenHash(of: "cookie").description).open(sealed, of: "yammer") == nil)
        #expect(seal.open(sealed, of: "other") == nil)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(seal.open(changed, of: "yammer") == nil)
        }
        #expect(seal.open([], of: "yammer") == nil && seal.open(Array(sealed.dropLast()), of: "yammer") == nil)
    }

    @Test("looks different every time, and shows nothing")
    func random() throws {
        let seal = SessionSeal(session: "cookie")
        let (first, second) = (
            try seal.seal(AccessToken("secret"), of: "y"), try seal.seal(AccessToken("secret"), of: "y")
        )
        #expect(first != second && !String(decoding: first, as: UTF8.self).contains("secret"))
    }

    @Test("an access token says nothing of itself")
    func silent() {
        let token = AccessToken("secret")
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token) \(dumped) \(String(reflecting: token))".contains("secret"))
    }
}
