import Core
import Foundation
import Testing

@testable import OIDC

@Suite("An issuer that many tenants share")
struct TenantTests {
    private static let base = HostileProvider.issuer

    private func visit(_ tenant: String, issuer: String? = nil) throws -> Visit {
        let server = try HostileProvider(.ES256) {
            $0.discovery = { $0["issuer"] = Self.base + "/{tenantid}/v2.0" }
            $0.claims = {
                $0["iss"] = issuer ?? Self.base + "/\(tenant)/v2.0"
                $0["tid"] = tenant
                $0["oid"] = "person"
            }
        }
        return try Visit(server, issuer: Self.base + "/common/v2.0") { $0.tenants = ["ours"] }
    }

    @Test("is refused unless its tenants are listed")
    func unlisted() throws {
        #expect(throws: ConfigProblem.self) {
            try Visit(try HostileProvider(.ES256), issuer: Self.base + "/common/v2.0")
        }
        #expect(throws: ConfigProblem.self) {
            try Visit(try HostileProvider(.ES256)) { $0.tenants = ["ours"] }
        }
    }

    @Test("lets in the tenants of the list, by tenant and object id")
    func listed() async throws {
        let recognised = try await visit("ours").signIn()
        #expect(recognised.subject.identity.subject == "ours/person")
    }

    @Test(
        "lets nobody else in, though the signature is right",
        arguments: [
            ("theirs", nil), ("ours", "https://idp.example/theirs/v2.0"), ("theirs", "https://idp.example/ours/v2.0"),
            ("", "https://idp.example/ours/v2.0"), ("{tenantid}", nil), ("OURS", nil),
            ("ours", "https://idp.example/common/v2.0"),
        ] as [(String, String?)]
    )
    func unknown(tenant: String, issuer: String?) async throws {
        let visit = try visit(tenant, issuer: issuer)
        await #expect(throws: SignInRefusal.self) { try await visit.signIn() }
    }

    @Test("is known by its template only, and so are its tokens by their tenants")
    func template() throws {
        let issuer = try visit("ours").provider.settings.issuer
        #expect(issuer.isNamed(Self.base + "/{tenantid}/v2.0") && !issuer.isNamed(Self.base + "/theirs/v2.0"))
        #expect(issuer.issued(Self.base + "/ours/v2.0", tenant: "ours"))
        #expect(!issuer.issued(Self.base + "/ours/v2.0", tenant: nil))
    }

    @Test("Google's tokens may name the old issuer, and nobody else's may leave the scheme out")
    func google() {
        let google = OIDCSettings.Issuer(text: "https://accounts.google.com", tenants: [])
        #expect(google.issued("https://accounts.google.com", tenant: nil))
        #expect(google.issued("accounts.google.com", tenant: nil) && !google.isNamed("accounts.google.com"))
        #expect(!google.issued("accounts.google.com/", tenant: nil))
        let other = OIDCSettings.Issuer(text: "https://idp.example", tenants: [])
        #expect(!other.issued("idp.example", tenant: nil) && !other.issued("accounts.google.com", tenant: nil))
    }

    @Test("is reached by https, unless it is on this machine")
    func scheme() throws {
        for issuer in [
            "http://idp.example", "http://127.0.0.1.evil.example", "ftp://idp.example", "idp", "https://a@idp.example",
            "https://idp.example?x=1",
        ] {
            #expect(throws: ConfigProblem.self) { try Visit(try HostileProvider(.ES256), issuer: issuer) }
        }
        #expect(try Visit(try HostileProvider(.ES256), issuer: "http://127.0.0.1:1").provider.settings.allowsLoopback)
    }
}
