import Core
import Foundation

@testable import OIDC

/// One portal with one provider, and a browser that goes there and back.
struct Visit {
    static let callback = "https://portal.example/login/sso/callback"
    let server: HostileProvider
    let provider: OIDCProvider

    init(
        _ server: HostileProvider,
        issuer: String = HostileProvider.issuer,
        at date: Date? = nil,
        _ change: (inout OIDCPlugin.Configuration) -> Void = { _ in }
    ) throws {
        self.server = server
        let text = """
            {"issuer":"\(issuer)","clientID":"portal","algorithm":"\(server.signer.algorithm.rawValue)",
             "domains":["Acme.example"],"roles":{"designer":["makers"],"administrator":["admins"]}}
            """
        var configuration = try JSONDecoder().decode(OIDCPlugin.Configuration.self, from: Data(text.utf8))
        change(&configuration)
        let now = date ?? server.now
        let settings = try OIDCSettings(configuration, id: "sso")
        let memory = ProviderMemory(settings: settings, http: server, now: { now })
        provider = OIDCProvider(settings: settings, http: server, metadata: memory, now: { now })
    }

    static func flow(_ handle: String = "handle-1", browser: String = "browser-1") -> SignInFlow {
        SignInFlow(handle: handle, callback: callback, browser: browser)
    }

    /// Goes there and comes back with a code.
    func signIn(
        _ flow: SignInFlow = flow(),
        _ callback: [String: String] = ["code": "code-1", "state": "handle-1"]
    ) async throws -> Recognised {
        let address = try await provider.begin(flow)
        let parameters = URLComponents(string: address)?.queryItems ?? []
        server.expect(nonce: parameters.first { $0.name == "nonce" }?.value ?? "")
        return try await provider.finish(callback, of: flow)
    }
}
