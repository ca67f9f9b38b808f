import Core
import Foundation
import Synchronization
import Testing

@testable import SAML

@Suite("Metadata of SAML providers")
struct MetadataTests {
    private static let names =
        " xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""

    private static func key(_ certificate: String, _ use: String? = "signing") -> String {
        let use = use.map { " use=\"\($0)\"" } ?? ""
        return "<md:KeyDescriptor\(use)><ds:KeyInfo\(TestSignature.namespace)><ds:X509Data><ds:X509Certificate>"
            + "\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
    }

    private static func place(_ service: String, _ binding: String, _ address: String, _ answer: String = "") -> String
    {
        "<md:\(service) Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:\(binding)\" Location=\"\(address)\"\(answer)></md:\(service)>"
    }

    private static let usual =
        key(TestKey.provider.certificate.base64)
        + place(
            "SingleLogoutService",
            "HTTP-Redirect",
            "https://idp.example/slo",
            " ResponseLocation=\"https://idp.example/answer\""
        )
        + place("SingleSignOnService", "HTTP-Redirect", "https://idp.example/sso")
        + place("SingleSignOnService", "HTTP-POST", "https://idp.example/sso-post")

    /// Canonical, with the place of a signature.
    private static func entity(
        _ content: String = usual,
        id: String = TestResponse.issuer,
        _ attributes: String = "",
        names: String = names
    ) -> String {
        "<md:EntityDescriptor\(names) ID=\"_m\" entityID=\"\(id)\"\(attributes)>\(TestSignature.place)<md:IDPSSODescriptor "
            + "protocolSupportEnumeration=\"urn:x urn:oasis:names:tc:SAML:2.0:protocol\">\(content)</md:IDPSSODescriptor>"
            + "</md:EntityDescriptor>"
    }

    private func read(_ text: String, signedBy pinned: Certificate? = nil) throws -> ProviderMetadata {
        let bare = text.replacing(TestSignature.place, with: "")
        return try ProviderMetadata(Array(bare.utf8), of: TestResponse.issuer, signedBy: pinned)
    }

    @Test("say where to go and which keys count")
    func usual() throws {
        let metadata = try read(Self.entity())
        #expect(metadata.signIn == [.redirect: "https://idp.example/sso", .post: "https://idp.example/sso-post"])
        #expect(metadata.signOut == [.redirect: "https://idp.example/slo"])
        #expect(metadata.signOutAnswers == [.redirect: "https://idp.example/answer"])
        #expect(metadata.certificates == [TestKey.provider.certificate] && metadata.validUntil == nil)
    }

    @Test("M1 may have two keys, keys for encryption, and white space in them")
    func keys() throws {
        let next = TestKey.next.certificate.base64
        let broken = "\n  \(next.prefix(40))\n\(next.dropFirst(40))\n"
        let text = Self.entity(
            Self.usual + Self.key(broken, nil) + Self.key(TestKey.stranger.certificate.base64, "encryption")
        )
        #expect(try read(text).certificates == [TestKey.provider.certificate, TestKey.next.certificate])
    }

    @Test("may describe others too")
    func several() throws {
        let text =
            "<md:EntitiesDescriptor\(Self.names) validUntil=\"2027-01-01T00:00:00Z\">"
            + Self.entity(id: "https://other.example", names: "") + Self.entity(names: "") + "</md:EntitiesDescriptor>"
        #expect(try read(text).validUntil == Date(iso8601: "2027-01-01T00:00:00Z"))
    }

    @Test("are refused when they cannot be used")
    func unusable() {
        let small = DER.certificate(publicKey: WeakKey.publicKey)
        let unusable = [
            "", "🐍", "<a/>", "<!DOCTYPE a>" + Self.entity(), Self.entity(id: "https://evil.example"),
            Self.entity().replacing("IDPSSODescriptor", with: "SPSSODescriptor"),
            Self.entity().replacing("SAML:2.0:protocol", with: "SAML:1.1:protocol"),
            Self.entity(Self.place("SingleSignOnService", "HTTP-Redirect", "https://idp.example")),
            Self.entity(Self.key(TestKey.provider.certificate.base64)),
            Self.entity(
                Self.key(TestKey.provider.certificate.base64)
                    + Self.place("SingleSignOnService", "HTTP-Redirect", "http://idp.example/")
            ),
            Self.entity(
                Self.key(TestKey.provider.certificate.base64)
                    + Self.place("SingleSignOnService", "SOAP", "https://idp.example/")
            ),
            Self.entity(Self.usual + Self.key("AAAA")), Self.entity(Self.usual + Self.key("")),
            Self.entity(Self.usual + Self.key(Data(small).base64EncodedString())),
            Self.entity(Self.usual, " validUntil=\"soon\""),
            "<md:EntitiesDescriptor\(Self.names)>\(Self.entity(names: ""))\(Self.entity(names: ""))</md:EntitiesDescriptor>",
            Self.entity() + String(repeating: " ", count: 1 << 20),
        ]
        for text in unusable {
            #expect(throws: ProviderMetadata.Problem.self, "\(text.prefix(60))") { try read(text) }
        }
    }

    @Test("M1 count only with the signature of the certificate that is pinned, where one is")
    func pinned() throws {
        let pinned = TestKey.next.certificate
        var signature = TestSignature()
        signature.key = .next
        let signed = try signature.sign(Self.entity(), id: "_m")
        #expect(try read(signed, signedBy: pinned).signIn[.redirect] == "https://idp.example/sso")
        signature.key = .stranger
        let bad = [
            Self.entity(), signed.replacing("idp.example/sso", with: "evil.example/sso"),
            try signature.sign(Self.entity(), id: "_m"), signed.replacing("ID=\"_m\"", with: "ID=\"_n\""),
            signed.replacing("<md:IDPSSODescriptor ", with: "<md:IDPSSODescriptor ID=\"_m\" "),
        ]
        for text in bad {
            #expect(throws: ProviderMetadata.Problem.self) { try read(text, signedBy: pinned) }
        }
    }

    /// Answers what the test says, and counts.
    private final class Publisher: IdentityHTTP {
        struct State: Sendable {
            var status = 200
            var text = ""
            var count = 0
            var isDown = false
        }

        let state = Mutex(State())

        func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
            let now = state.withLock { state in
                state.count += 1
                return state
            }
            if now.isDown { throw .unavailable("down") }
            let body = Array(now.text.replacing(TestSignature.place, with: "").utf8)
            return IdentityAnswer(status: now.status, mediaType: "text/xml", body: body)
        }
    }

    private final class Time: Sendable {
        private let date = Mutex(TestResponse.start)
        var now: Date { date.withLock { $0 } }
        func move(_ seconds: TimeInterval) { date.withLock { $0 += seconds } }
    }

    private func memory(_ publisher: Publisher, _ time: Time) -> MetadataMemory {
        var settings = SAMLSettings.test
        settings.source = .address("https://idp.example/metadata", nil)
        return MetadataMemory(settings: settings, http: publisher, now: { time.now })
    }

    @Test("are asked for once an hour, and serve for a day while nobody answers")
    func kept() async throws {
        let (publisher, time) = (Publisher(), Time())
        publisher.state.withLock { $0.text = Self.entity() }
        let memory = memory(publisher, time)
        for _ in 0..<3 { _ = try await memory.metadata() }
        #expect(publisher.state.withLock { $0.count } == 1)
        time.move(3_600)
        publisher.state.withLock { $0.isDown = true }
        #expect(try await memory.metadata().signIn[.redirect] == "https://idp.example/sso")
        #expect(publisher.state.withLock { $0.count } == 2)
        time.move(86_400)
        await #expect(throws: SignInRefusal.unavailable("down")) { try await memory.metadata() }
        publisher.state.withLock { $0 = .init(status: 500) }
        await #expect(throws: SignInRefusal.self) { try await memory.metadata() }
        publisher.state.withLock { $0 = .init(text: "🐍") }
        await #expect(throws: SignInRefusal.self) { try await memory.metadata() }
    }

    @Test("M1 are not used after their time")
    func over() async throws {
        let (publisher, time) = (Publisher(), Time())
        let end = TestResponse.time(TestResponse.start + 100)
        publisher.state.withLock { $0.text = Self.entity(Self.usual, " validUntil=\"\(end)\"") }
        let memory = memory(publisher, time)
        _ = try await memory.metadata()
        time.move(100)
        await #expect(throws: SignInRefusal.self) { try await memory.metadata() }
    }

    @Test("M1 are asked for again when a key is new, at most once a minute")
    func newKey() async throws {
        let (publisher, time) = (Publisher(), Time())
        publisher.state.withLock { $0.text = Self.entity() }
        var settings = SAMLSettings.test
        settings.source = .address("https://idp.example/metadata", nil)
        let provider = SAMLProvider(
            settings: settings,
            metadata: MetadataMemory(settings: settings, http: publisher, now: { time.now }),
            now: { time.now }
        )
        func post(_ key: TestKey) async throws -> PostedSignIn {
            var response = TestResponse()
            response.request = Outgoing.id("sign-in", TestResponse.handle)
            response.now = time.now
            response.assertionSignature?.key = key
            let text = Data(try response.text().utf8).base64EncodedString()
            return try await provider.receive(["SAMLResponse": text], for: TestResponse.handle)
        }
        _ = try await post(.provider)
        let changed =
            Self.key(TestKey.next.certificate.base64)
            + Self.place("SingleSignOnService", "HTTP-POST", "https://idp.example/")
        publisher.state.withLock { $0.text = Self.entity(changed) }
        time.move(61)
        _ = try await post(.next)
        #expect(publisher.state.withLock { $0.count } == 2)
        for _ in 0..<3 { await #expect(throws: SignInRefusal.self) { try await post(.stranger) } }
        #expect(publisher.state.withLock { $0.count } == 2)
    }

    @Test("of the portal say where it is, and what key it has")
    func portal() throws {
        var settings = SAMLSettings.test
        settings.keyPair = TestKey.portalPair
        settings.nameIDFormat = NameID.emailAddress
        let root = try XMLDocument(Array(PortalMetadata(settings: settings).text.utf8)).root()
        let role = try #require(root.only(.metadata("SPSSODescriptor")))
        #expect(root["entityID"] == TestResponse.entityID && role["WantAssertionsSigned"] == "true")
        #expect(role["AuthnRequestsSigned"] == "true")
        #expect(role.only(.metadata("AssertionConsumerService"))?["Location"] == TestResponse.acs)
        #expect(role.all(.metadata("SingleLogoutService")).count == 2)
        #expect(role.only(.metadata("NameIDFormat"))?.text == NameID.emailAddress)
        #expect(role.all(.metadata("KeyDescriptor")).map { $0["use"] } == ["signing", "encryption"])
        settings.keyPair = nil
        let bare = try XMLDocument(Array(PortalMetadata(settings: settings).text.utf8)).root()
        let parts = try #require(bare.only(.metadata("SPSSODescriptor"))).elements.map(\.name.local)
        #expect(parts == ["NameIDFormat", "AssertionConsumerService"])
    }
}
