package import Core
import Foundation
import Testing

/// What every provider does that browsers are sent to.
///
/// - Parameters:
///   - provider: one that answers, in a test of its own.
///   - callback: where it is told to send browsers to.
package func checkRedirectSignIn(_ provider: some RedirectSignIn, mayReturnTo callback: String) async throws {
    let flow = SignInFlow(handle: "handle-🏅-1", callback: callback, browser: "browser-secret-1")
    let address = try await provider.begin(flow)
    let parts = try #require(URLComponents(string: address), "the address can be read")
    let values = (parts.queryItems ?? []).map { $0.value ?? "" }
    #expect(parts.scheme == "https" || parts.host == "127.0.0.1", "browsers go by https")
    #expect(parts.fragment == nil && parts.user == nil)
    #expect(values.contains(flow.handle), "the handle goes along, whole")
    #expect(values.contains(callback), "the way back goes along, whole")
    #expect(!address.contains("browser-secret-1"), "the browser's secret stays here")

    let second = SignInFlow(handle: "handle-2", callback: callback, browser: "browser-secret-2")
    #expect(try await provider.begin(second) != address, "every flow is another one")

    let nothing = ["", " ", "🐍🏅", "\u{202E}", String(repeating: "x", count: 10_000)]
    for text in nothing {
        for answer in [[:], ["code": ""], ["error": text], ["error": "access_denied", "error_description": text]] {
            await #expect(throws: SignInRefusal.self, "an answer without a code signs nobody in") {
                try await provider.finish(answer, of: flow)
            }
        }
    }
    await #expect(throws: SignInRefusal.declined("access_denied"), "the person may say no") {
        try await provider.finish(["error": "access_denied"], of: flow)
    }
}
