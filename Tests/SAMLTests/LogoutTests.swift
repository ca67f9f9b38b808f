import Core
import Foundation
import Testing

@testable import SAML

@Suite("Signing out by SAML")
struct LogoutTests {
    private static let slo = "https://laurel.example/saml/sso/slo"
    private static let visit = Visit { settings in settings.keyPair = TestKey.portalPair }

    /// What the provider says, in canonical form, with the place of a signature.
    private struct Message {
        var name = "LogoutRequest"
        var attributes: [String: String] = [
            "Destination": slo, "ID": "_request-1", "IssueInstant": TestResponse.time(TestResponse.start),
            "NotOnOrAfter": TestResponse.time(TestResponse.start + 60), "Version": "2.0",
        ]
        var issuer = TestResponse.issuer
        var content =
            "<saml:NameID xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" "
            + "Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">ada-7f3</saml:NameID>"
            + "<samlp:SessionIndex>_session-1</samlp:SessionIndex>"

        var text: String {
            let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
            return "<samlp:\(name) xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"\(written)>"
                + "<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">\(issuer)</saml:Issuer>"
                + "\(TestSignature.place)\(content)</samlp:\(name)>"
        }

        func query(_ key: TestKey? = .provider, relayState: String? = "r/1 🏅", field: String = "SAMLRequest") throws
            -> String
        {
            let bare = text.replacing(TestSignature.place, with: "")
            let address = try RedirectBinding.address("", field, bare, relayState: relayState, key: key?.pem)
            return String(address.dropFirst())
        }

        func form(_ signature: TestSignature = TestSignature()) throws -> [String: String] {
            let signed = try signature.sign(text, id: attributes["ID"] ?? "")
            return ["SAMLRequest": Data(signed.utf8).base64EncodedString(), "RelayState": "r/1 🏅"]
        }
    }

    private func signOut(_ message: BrowserMessage) async throws -> SignOutMessage {
        try await Self.visit.provider.signOut(by: message)
    }

    private static let hint = [
        "ada-7f3", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", "", "",
    ].map { Data($0.utf8).base64EncodedString() }.joined(separator: ".")

    @Test(
        "the provider ends a stay by query or by form, and gets an answer with its RelayState",
        arguments: ["query", "form"]
    )
    func ended(binding: String) async throws {
        let message = binding == "query" ? BrowserMessage.query(try Message().query()) : .form(try Message().form())
        guard case .request(let stays, .redirect(let answer)) = try await signOut(message) else {
            Issue.record("no request")
            return
        }
        #expect(stays.map(\.stay) == ["_session-1"] && stays.map(\.hint) == [Self.hint])
        #expect(stays[0].message == "_request-1" && stays[0].subject == nil)
        #expect(answer.hasPrefix("https://idp.example/slo-answer?SAMLResponse="))
        let read = try RedirectedMessage(String(answer.split(separator: "?")[1]))
        #expect(read.relayState == "r/1 🏅" && read.isSigned(by: [TestKey.portal.certificate], allowsSHA1: false))
        let root = try XMLDocument(read.message).root()
        #expect(root["InResponseTo"] == "_request-1" && root.status == Identifier.success)
        #expect(root["Destination"] == "https://idp.example/slo-answer")
        #expect(root.only(.assertion("Issuer"))?.text == TestResponse.entityID)
    }

    @Test("the provider ends several stays, or all of a person")
    func several() async throws {
        var message = Message()
        message.content += "<samlp:SessionIndex>_session-2</samlp:SessionIndex>"
        guard case .request(let two, _) = try await signOut(.query(message.query())) else { return }
        #expect(two.map(\.stay) == ["_session-1", "_session-2"])
        message.content = message.content.replacing(/<samlp:SessionIndex>.*<\/samlp:SessionIndex>/, with: "")
        guard case .request(let all, _) = try await signOut(.query(message.query())) else { return }
        #expect(all.map(\.stay) == [nil] && all.map(\.hint) == [Self.hint])
    }

    @Test("a message that was changed, or that nobody signed, ends nothing")
    func forged() async throws {
        let good = try Message().query()
        let bad = [
            "", "🐍", "SAMLRequest", "SAMLRequest=%", "SAMLRequest=AAAA", try Message().query(nil),
            try Message().query(.stranger),
            good.replacing("RelayState=", with: "RelayState=x"), good + "&SAMLRequest=x",
            good.replacing("rsa-sha256", with: "rsa-sha1"),
            good.replacing(/&Signature=.*/, with: "&Signature="), good.replacing(/&SigAlg=.*/, with: ""),
            String(repeating: "x", count: 300_000),
        ]
        for query in bad {
            await #expect(throws: SignInRefusal.self) { try await signOut(.query(query)) }
        }
        var unsigned = try Message().form()
        unsigned["SAMLRequest"] = Data(Message().text.replacing(TestSignature.place, with: "").utf8)
            .base64EncodedString()
        var stranger = TestSignature()
        stranger.key = .stranger
        for form in [unsigned, try Message().form(stranger), [:], ["SAMLRequest": "🐍"]] {
            await #expect(throws: SignInRefusal.self) { try await signOut(.form(form)) }
        }
    }

    @Test("a message of a bomb is not unpacked without end")
    func bomb() async throws {
        let packed = RawDeflate.pack(Array(repeating: 0x20, count: 4 << 20))
        #expect(packed.count < 10_000)
        let query = "SAMLRequest=\(Data(packed).base64EncodedString())&SigAlg=x&Signature=AAAA"
        await #expect(throws: SignInRefusal.rejected("no message, or one that cannot be read")) {
            try await signOut(.query(query))
        }
    }

    @Test(
        "a message for somebody else, or from another time, ends nothing",
        arguments: [
            ("Destination", "https://other.example/slo"), ("Destination", "https://laurel.example/saml/sso/slo2"),
            ("Version", "1.1"), ("IssueInstant", "2020-01-01T00:00:00Z"), ("IssueInstant", "yesterday"),
            ("NotOnOrAfter", "2020-01-01T00:00:00Z"), ("ID", "🏅"),
        ]
    )
    func elsewhere(attribute: String, value: String) async throws {
        var message = Message()
        message.attributes[attribute] = value
        let query = try message.query()
        await #expect(throws: SignInRefusal.self) { try await signOut(.query(query)) }
    }

    @Test("a message of another issuer, about nobody, or of another kind ends nothing")
    func strange() async throws {
        var (issuer, nobody, kind) = (Message(), Message(), Message())
        issuer.issuer = "https://evil.example"
        nobody.content = ""
        kind.name = "AuthnRequest"
        for message in [issuer, nobody, kind] {
            let query = try message.query()
            await #expect(throws: SignInRefusal.self) { try await signOut(.query(query)) }
        }
        let swapped = try Message().query(field: "SAMLResponse")
        await #expect(throws: SignInRefusal.self) { try await signOut(.query(swapped)) }
    }

    @Test("the portal asks the provider to end a stay, and knows the answer to that")
    func begun() async throws {
        let stay = ProviderStay(id: "_session-1", hint: Self.hint)
        let address = try #require(await Self.visit.provider.signOut(of: stay, returnTo: "x", state: "s 🏅"))
        #expect(address.hasPrefix("https://idp.example/slo?SAMLRequest="))
        let read = try RedirectedMessage(String(address.split(separator: "?")[1]))
        #expect(read.isSigned(by: [TestKey.portal.certificate], allowsSHA1: false) && read.relayState == "s 🏅")
        let root = try XMLDocument(read.message).root()
        #expect(root.only(.assertion("NameID"))?.text == "ada-7f3")
        #expect(root.only(.protocol("SessionIndex"))?.text == "_session-1")
        var answer = Message()
        answer.name = "LogoutResponse"
        answer.attributes["InResponseTo"] = root["ID"]
        answer.content =
            "<samlp:Status><samlp:StatusCode Value=\"\(Identifier.success)\"></samlp:StatusCode></samlp:Status>"
        let query = try answer.query(relayState: "s 🏅", field: "SAMLResponse")
        #expect(try await signOut(.query(query)) == .answer(state: "s 🏅"))
        for state in ["other", nil] {
            let query = try answer.query(relayState: state, field: "SAMLResponse")
            await #expect(throws: SignInRefusal.self) { try await signOut(.query(query)) }
        }
    }

    @Test("without a key, a name or an address of the provider, people sign out here only")
    func impossible() async {
        let stay = ProviderStay(id: "_1", hint: Self.hint)
        #expect(await Visit().provider.signOut(of: stay, returnTo: "x", state: "s") == nil)
        for hint in [nil, "", "a.b", "....", "🏅", "a.b.c.d"] {
            let stay = ProviderStay(id: "_1", hint: hint)
            #expect(await Self.visit.provider.signOut(of: stay, returnTo: "x", state: "s") == nil)
        }
        var silent = Self.visit
        var metadata = ProviderMetadata.test
        metadata.signOut = [:]
        silent.settings.source = .fixed(metadata)
        #expect(await silent.provider.signOut(of: stay, returnTo: "x", state: "s") == nil)
    }
}
