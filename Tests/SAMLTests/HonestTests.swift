import Core
import Foundation
import Testing

@testable import SAML

@Suite("An honest SAML response")
struct HonestTests {
    @Test("says who somebody is, and everything that is known of the stay")
    func everything() async throws {
        let posted = try await Visit().post()
        let subject = posted.recognised.subject
        #expect(subject.identity == ExternalIdentity(provider: "sso", subject: "persistent/ada-7f3"))
        #expect(subject.name == "Ada Lovelace 🏅" && subject.emails.map(\.description) == ["ada@acme.example"])
        #expect(subject.roles == [.administrator] && subject.issuer == TestResponse.issuer)
        let stay = posted.recognised.stay
        #expect(stay.id == "_session-1" && stay.until == TestResponse.start + 3_600)
        #expect(stay.hint.flatMap(NameID.init(hint:))?.value == "ada-7f3")
        #expect(posted.message == "_assertion-1" && posted.until > TestResponse.start + 300)
    }

    @Test("may have been signed with any hash of SHA-2", arguments: [TestSignature.Hash.sha256, .sha384, .sha512])
    func hashes(hash: TestSignature.Hash) async throws {
        let posted = try await Visit().post { response in response.assertionSignature?.hash = hash }
        #expect(posted.message == "_assertion-1")
    }

    @Test("may be signed as a whole, where that is set", arguments: [true, false])
    func whole(isAssertionSigned: Bool) async throws {
        let visit = Visit { settings in
            settings.demandsSignedAssertion = false
            settings.demandsSignedResponse = true
        }
        let posted = try await visit.post { response in
            response.responseSignature = TestSignature()
            if !isAssertionSigned { response.assertionSignature = nil }
        }
        #expect(posted.recognised.subject.identity.subject == "persistent/ada-7f3")
    }

    @Test("may be signed twice")
    func twice() async throws {
        let posted = try await Visit().post { response in response.responseSignature = TestSignature() }
        #expect(posted.message == "_assertion-1")
    }

    @Test("M1 may be signed by either key while the provider changes it")
    func rollover() async throws {
        let visit = Visit { settings in
            var metadata = ProviderMetadata.test
            metadata.certificates.append(TestKey.next.certificate)
            settings.source = .fixed(metadata)
        }
        for key in [TestKey.provider, .next] {
            _ = try await visit.post { response in response.assertionSignature?.key = key }
        }
        await #expect(throws: SignInRefusal.self) {
            try await visit.post { response in response.assertionSignature?.key = .stranger }
        }
    }

    @Test("G3 may name namespaces to be kept")
    func inclusiveNamespaces() async throws {
        let prefixes =
            "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"xs\">"
            + "</ec:InclusiveNamespaces>"
        let xs = " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
        let posted = try await Visit().post(
            { response in
                let signed = response.unsignedAssertion.replacing(
                    " ID=\"_assertion-1\"",
                    with: "\(xs) ID=\"_assertion-1\""
                )
                response.assertionSignature?.info = { info in
                    let digest = TestSignature.Hash.sha256.digest(signed.replacing(TestSignature.place, with: ""))
                    return info.replacing(
                        /<ds:DigestValue>[^<]*/,
                        with: "<ds:DigestValue>\(digest.base64EncodedString())"
                    )
                    .replacing(TestSignature.transforms(), with: TestSignature.transforms(prefixes))
                }
            },
            rewrite: { $0.replacing(" ID=\"_assertion-1\"", with: "\(xs) ID=\"_assertion-1\"") }
        )
        #expect(posted.message == "_assertion-1")
    }

    @Test("may have an audience more, comments, white space between elements and lines of base64")
    func variety() async throws {
        let visit = Visit()
        _ = try await visit.post { response in
            response.audiences = [["https://other.example", TestResponse.entityID], [TestResponse.entityID]]
        }
        _ = try await visit.post(rewrite: { "<?xml version=\"1.0\"?>\n<!-- hello -->\n" + $0 })
        var response = TestResponse()
        response.request = Outgoing.id("sign-in", TestResponse.handle)
        let lines = Data(try response.text().utf8)
            .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        _ = try await visit.provider.receive(["SAMLResponse": lines], for: TestResponse.handle)
    }

    @Test("P3 may come unasked, where that is switched on")
    func unsolicited() async throws {
        let text = try TestResponse().text()
        let open = Visit { settings in settings.welcomesUnsolicited = true }
        #expect(
            try await open.post(text: text, handle: nil).recognised.subject.identity.subject == "persistent/ada-7f3"
        )
        await #expect(throws: SignInRefusal.self) { try await Visit().post(text: text, handle: nil) }
    }

    @Test("G4 may be signed with SHA-1, where that is switched on")
    func oldHash() async throws {
        let visit = Visit { settings in settings.allowsSHA1 = true }
        _ = try await visit.post { response in response.assertionSignature?.hash = .sha1 }
    }

    @Test("has a name in any script, and names people by their parts", arguments: ["🐍🏅", "محمد العربي", "名前"])
    func names(name: String) async throws {
        let posted = try await Visit().post { response in response.attributes = [("displayName", [name])] }
        #expect(posted.recognised.subject.name == name && posted.recognised.subject.emails.isEmpty)
        let parts = try await Visit().post { response in response.attributes = [("givenName", [name]), ("sn", ["B"])] }
        #expect(parts.recognised.subject.name == "\(name) B")
    }

    @Test("has addresses of the domains that the provider may vouch for, and no others")
    func addresses() async throws {
        let posted = try await Visit().post { response in
            response.attributes = [("mail", ["ada@evil.example", "ada@acme.example"])]
        }
        #expect(posted.recognised.subject.emails.map(\.description) == ["ada@acme.example"])
        let named = try await Visit().post { response in
            response.attributes = []
            response.format = NameID.emailAddress
            response.nameID = "ada@acme.example"
        }
        #expect(named.recognised.subject.identity.subject == "emailAddress/ada@acme.example")
        #expect(named.recognised.subject.emails.map(\.description) == ["ada@acme.example"])
    }

    @Test("says nothing about roles when groups were left out for being too many")
    func overage() async throws {
        let posted = try await Visit().post { response in
            response.attributes = [("http://schemas.microsoft.com/claims/groups.link", ["https://graph.example"])]
        }
        #expect(posted.recognised.subject.roles == nil)
    }

    @Test("names people by an attribute, where that is set")
    func attribute() async throws {
        let visit = Visit { settings in settings.subjectAttribute = "objectGUID" }
        let posted = try await visit.post { response in
            response.format = NameID.transient
            response.attributes = [("objectGUID", ["6b1f"])]
        }
        #expect(posted.recognised.subject.identity.subject == "objectGUID/6b1f")
        for values in [[], ["a", "b"], [""], ["<x></x>"]] {
            await #expect(throws: SignInRefusal.self) {
                try await visit.post { response in response.attributes = [("objectGUID", values)] }
            }
        }
        await #expect(throws: SignInRefusal.self, "a transient name is not one to be known by") {
            try await Visit().post { response in response.format = NameID.transient }
        }
    }
}
