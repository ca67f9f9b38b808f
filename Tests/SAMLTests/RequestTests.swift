import Contracts
import Core
import Foundation
import Testing

@testable import SAML

@Suite("A request to a SAML provider")
struct RequestTests {
    @Test("keeps the rules of the contract", arguments: [true, false])
    func contract(byForm: Bool) async throws {
        let visit = Visit { settings in
            settings.keyPair = TestKey.portalPair
            var metadata = ProviderMetadata.test
            if byForm { metadata.signIn = [.post: "https://idp.example/sso"] }
            settings.source = .fixed(metadata)
        }
        try await checkPostSignIn(visit.provider)
    }

    private func check(_ root: XMLElement) {
        #expect(root.name == .protocol("AuthnRequest") && root["Version"] == "2.0")
        #expect(root["ID"] == Outgoing.id("sign-in", TestResponse.handle))
        #expect(root["IssueInstant"] == TestResponse.time(TestResponse.start))
        #expect(root["Destination"] == "https://idp.example/sso?a=b")
        #expect(root["AssertionConsumerServiceURL"] == TestResponse.acs)
        #expect(root["ProtocolBinding"] == Identifier.postBinding)
        #expect(root.only(.assertion("Issuer"))?.text == TestResponse.entityID)
        #expect(root.only(.protocol("NameIDPolicy"))?["AllowCreate"] == "true")
    }

    private func visit(_ binding: ProviderMetadata.Binding, isSigned: Bool, format: String? = nil) -> Visit {
        Visit { settings in
            settings.keyPair = isSigned ? TestKey.portalPair : nil
            settings.nameIDFormat = format
            var metadata = ProviderMetadata.test
            metadata.signIn = [binding: "https://idp.example/sso?a=b"]
            settings.source = .fixed(metadata)
        }
    }

    @Test("goes in the address, and is signed as it is spelled there")
    func redirect() async throws {
        let departure = try await visit(.redirect, isSigned: true).provider.begin(TestResponse.handle)
        guard case .redirect(let address) = departure else {
            Issue.record("no redirect")
            return
        }
        #expect(address.hasPrefix("https://idp.example/sso?a=b&SAMLRequest="))
        let message = try RedirectedMessage(String(address.split(separator: "?")[1].dropFirst(4)))
        #expect(message.field == "SAMLRequest" && message.relayState == TestResponse.handle)
        #expect(message.isSigned(by: [TestKey.portal.certificate], allowsSHA1: false))
        #expect(!message.isSigned(by: [TestKey.provider.certificate], allowsSHA1: false))
        check(try XMLDocument(message.message).root())
    }

    @Test("goes in a form where the provider takes no other, and is signed as a document")
    func form() async throws {
        let departure = try await visit(.post, isSigned: true).provider.begin(TestResponse.handle)
        guard case .post(let address, let fields) = departure else {
            Issue.record("no form")
            return
        }
        #expect(address == "https://idp.example/sso?a=b" && fields["RelayState"] == TestResponse.handle)
        let bytes = try PostBinding.message(fields["SAMLRequest"])
        var settings = SAMLSettings.test
        settings.allowsSHA1 = false
        let signed = SignedAssertion(settings: settings, certificates: [TestKey.portal.certificate])
        check(try signed.signedRoot(of: bytes))
        #expect(throws: SignInRefusal.self) {
            try SignedAssertion(settings: settings, certificates: [TestKey.stranger.certificate]).signedRoot(of: bytes)
        }
    }

    @Test("is not signed without a key, and asks for a kind of name where one is set")
    func plain() async throws {
        let format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
        for binding in ProviderMetadata.Binding.allCases {
            let departure = try await visit(binding, isSigned: false, format: format).provider.begin("🏅")
            switch departure {
            case .redirect(let address): #expect(!address.contains("Signature="))
            case .post(_, let fields):
                let root = try XMLDocument(PostBinding.message(fields["SAMLRequest"])).root()
                #expect(root.all(.signature("Signature")).isEmpty)
                #expect(root.only(.protocol("NameIDPolicy"))?["Format"] == format)
            }
        }
    }

    @Test("says which key cannot be read, to the log only")
    func badKey() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        try Data("no key".utf8).write(to: file)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
        for secret in [Secret(.file(file.path)), Secret(.environment("NOBODY_SET_THIS"))] {
            for binding in ProviderMetadata.Binding.allCases {
                var bad = visit(binding, isSigned: true)
                bad.settings.keyPair?.secret = secret
                await #expect(throws: SignInRefusal.self) { try await bad.provider.begin("h") }
            }
        }
    }

    @Test("escapes whatever stands in it", arguments: ["<&>\"'", "a\u{0}b\nc", "🐍 🏅", ""])
    func escaping(text: String) throws {
        let xml = XMLText("a", ["b": text, "c": nil], text: text).text
        let root = try XMLDocument(Array(xml.utf8)).root()
        #expect(root.text == text.replacing("\u{0}", with: "") && root["b"] == root.text && root["c"] == nil)
    }
}
