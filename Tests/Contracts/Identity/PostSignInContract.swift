package import Core
import Foundation
import Testing

/// What every provider does that has browsers post its answer.
///
/// - Parameter provider: one that answers, in a test of its own.
package func checkPostSignIn(_ provider: some PostSignIn) async throws {
    let handle = String(repeating: "h", count: 43)
    let address = try #require(try await placed(provider.begin(handle)), "the address can be read")
    #expect(address.url.scheme == "https" || address.url.host == "127.0.0.1", "browsers go by https")
    #expect(address.url.fragment == nil && address.url.user == nil)
    #expect(address.values.contains(handle), "the handle goes along, whole")
    let other = try #require(try await placed(provider.begin(String(repeating: "i", count: 43))))
    #expect(other.values != address.values, "every sign-in is another one")

    let texts = ["", " ", "🐍🏅", "\u{202E}", "PGEvPg==", String(repeating: "A", count: 10_000)]
    for text in texts {
        for field in ["SAMLResponse", "id_token", "code", ""] {
            await #expect(throws: SignInRefusal.self, "what proves nothing signs nobody in") {
                try await provider.receive([field: text], for: handle)
            }
            await #expect(throws: SignInRefusal.self) { try await provider.receive([field: text], for: nil) }
        }
    }
    #expect(!provider.portalMetadata.isEmpty, "its administrator can be told about the portal")
}

private func placed(_ departure: Departure) -> (url: URLComponents, values: [String])? {
    switch departure {
    case .redirect(let address):
        URLComponents(string: address).map { ($0, ($0.queryItems ?? []).compactMap(\.value)) }
    case .post(let address, let fields):
        URLComponents(string: address).map { ($0, fields.sorted { $0.key < $1.key }.map(\.value)) }
    }
}
