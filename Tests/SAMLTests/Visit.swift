import Core
import Foundation

@testable import SAML

/// A provider of ours, and answers posted to it.
struct Visit: Sendable {
    var settings = SAMLSettings.test
    var http: any IdentityHTTP = NoIdentityHTTP()
    var now = TestResponse.start

    var provider: SAMLProvider {
        let now = now
        return SAMLProvider(
            settings: settings,
            metadata: MetadataMemory(settings: settings, http: http, now: { now }),
            now: { now }
        )
    }

    init(_ change: (inout SAMLSettings) -> Void = { _ in }) { change(&settings) }

    /// Posts an answer to the request that was made.
    func post(
        _ change: (inout TestResponse) throws -> Void = { _ in },
        rewrite: (String) -> String = { $0 }
    ) async throws -> PostedSignIn {
        var response = TestResponse()
        response.request = Outgoing.id("sign-in", TestResponse.handle)
        try change(&response)
        return try await post(text: rewrite(response.text()))
    }

    func post(text: String, handle: String? = TestResponse.handle) async throws -> PostedSignIn {
        try await provider.receive(["SAMLResponse": Data(text.utf8).base64EncodedString()], for: handle)
    }
}

extension SAMLSettings {
    static var test: SAMLSettings {
        SAMLSettings(
            id: "sso",
            name: "Acme",
            places: Places(portal: "https://laurel.example", "sso"),
            entityID: TestResponse.entityID,
            provider: TestResponse.issuer,
            source: .fixed(.test),
            keyPair: nil,
            demandsSignedAssertion: true,
            demandsSignedResponse: false,
            demandsEncryption: false,
            welcomesUnsolicited: false,
            nameIDFormat: nil,
            subjectAttribute: nil,
            emailAttributes: AttributeNames.email,
            nameAttributes: AttributeNames.name,
            groupsAttributes: AttributeNames.groups,
            emailAuthority: EmailAuthority(domains: ["acme.example"], isTrusted: true),
            roles: RoleMapping([.administrator: ["badge-admins"]]),
            skew: 60,
            allowsSHA1: false
        )
    }
}

extension ProviderMetadata {
    static var test: ProviderMetadata {
        ProviderMetadata(
            signIn: [.redirect: "https://idp.example/sso"],
            signOut: [.redirect: "https://idp.example/slo"],
            signOutAnswers: [.redirect: "https://idp.example/slo-answer"],
            certificates: [TestKey.provider.certificate],
            validUntil: nil
        )
    }
}
