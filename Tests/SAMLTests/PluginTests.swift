import Core
import Foundation
import Testing

@testable import SAML

@Suite("The plugin “saml”")
struct PluginTests {
    /// Files as an administrator would have them, for one test.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "laurel-\(UUID().uuidString)",
            directoryHint: .isDirectory
        )

        init() throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            let files = [
                "idp.pem": TestKey.provider.certificatePEM, "sp.pem": TestKey.portal.certificatePEM,
                "two.pem": TestKey.provider.certificatePEM + TestKey.next.certificatePEM, "sp.key": TestKey.portal.pem,
                "weak.pem": DER.pem(DER.certificate(publicKey: WeakKey.publicKey)), "empty.pem": "🏅",
                "idp.xml": """
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="\(TestResponse.issuer)">
                <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor>
                <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>
                \(TestKey.provider.certificate.base64)</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
                <SingleSignOnService Binding="\(Identifier.redirectBinding)" Location="https://idp.example/sso"/>
                </IDPSSODescriptor></EntityDescriptor>
                """,
            ]
            for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
        }

        deinit {
            do {
                try FileManager.default.removeItem(at: url)
            } catch {
                Issue.record("the folder was not removed: \(error)")
            }
        }
    }

    private func make(_ options: String, in folder: Folder) throws -> SAMLProvider {
        let json = "{\"issuer\": \"\(TestResponse.issuer)\", \(options)}"
        let configuration = try JSONDecoder().decode(SAMLPlugin.Configuration.self, from: Data(json.utf8))
        let context = PluginContext(
            id: "sso",
            directory: folder.url,
            baseURL: "https://laurel.example",
            now: { TestResponse.start },
            http: { _ in fatalError("a sign-in plugin asks no source") }
        )
        let made = try withExtendedLifetime(folder) { try SAMLPlugin.make(configuration, context) }
        return try #require(made.identityProviders.first as? SAMLProvider)
    }

    @Test(
        "takes the provider's keys from a file, from certificates, or from an address",
        arguments: [
            #""metadata": "idp.xml""#, #""signInURL": "https://idp.example/sso", "certificates": ["idp.pem"]"#,
            #""signInURL": "https://idp.example/sso", "certificates": ["two.pem"], "signOutURL": "https://idp.example/o""#,
        ]
    )
    func sources(options: String) async throws {
        let provider = try make(options, in: Folder())
        guard case .redirect(let address) = try await provider.begin("h") else { return }
        #expect(address.hasPrefix("https://idp.example/sso?SAMLRequest="))
        var response = TestResponse()
        response.request = Outgoing.id("sign-in", "h")
        let text = Data(try response.text().utf8).base64EncodedString()
        #expect(try await provider.receive(["SAMLResponse": text], for: "h").message == "_assertion-1")
    }

    @Test("has sound settings where nothing is said")
    func usual() throws {
        let settings = try make(#""metadataURL": "https://idp.example/md""#, in: Folder()).settings
        #expect(settings.entityID == TestResponse.entityID && settings.places.acs == TestResponse.acs)
        #expect(settings.demandsSignedAssertion && !settings.demandsSignedResponse && !settings.welcomesUnsolicited)
        #expect(!settings.allowsSHA1 && !settings.demandsEncryption && settings.skew == 60 && settings.name == "sso")
        #expect(settings.emailAuthority.domains.isEmpty)
    }

    @Test("takes what else is said")
    func options() throws {
        let options = """
            "metadata": "idp.xml", "key": {"file": "x"}, "certificate": "sp.pem", "encrypted": true, "signed": "both",
            "entityID": "urn:laurel", "name": "Acme 🏅", "idpInitiated": true, "nameIDFormat": "persistent",
            "clockSkew": 180, "allowSHA1": true, "domains": ["Acme.example"], "emailAttribute": "e", "nameAttribute": "n",
            "groupsAttribute": "g", "roles": {"designer": ["d"]}
            """
        let settings = try make(options, in: Folder()).settings
        #expect(settings.entityID == "urn:laurel" && settings.name == "Acme 🏅" && settings.skew == 180)
        #expect(settings.demandsSignedAssertion && settings.demandsSignedResponse && settings.demandsEncryption)
        #expect(settings.welcomesUnsolicited && settings.allowsSHA1 && settings.emailAttributes == ["e"])
        #expect(settings.roles.roles(of: ["d"]) == [.designer] && settings.groupsAttributes == ["g"])
        #expect(settings.keyPair?.certificate == TestKey.portal.certificate)
    }

    @Test(
        "says what is wrong, and where",
        arguments: [
            ("", #""name": "x""#), ("", #""metadata": "idp.xml", "metadataURL": "https://idp.example""#),
            ("/metadata", #""metadata": "none.xml""#), ("/metadata", #""metadata": "empty.pem""#),
            ("/metadata", #""metadata": "idp.xml", "metadataCertificate": "sp.pem""#),
            ("/metadataCertificate", #""metadata": "idp.xml", "metadataCertificate": "empty.pem""#),
            ("/metadataURL", #""metadataURL": "http://idp.example/md""#),
            ("/signInURL", #""signInURL": "https://idp.example/sso""#),
            ("/signInURL", #""signInURL": "http://idp.example/sso", "certificates": ["idp.pem"]"#),
            (
                "/signOutURL",
                #""signInURL": "https://i.example", "signOutURL": "javascript:x", "certificates": ["idp.pem"]"#
            ),
            ("/certificates/1", #""signInURL": "https://i.example", "certificates": ["idp.pem", "weak.pem"]"#),
            ("/certificate", #""metadata": "idp.xml", "certificate": "sp.pem""#),
            ("/key", #""metadata": "idp.xml", "key": {"env": "X"}"#),
            ("/certificate", #""metadata": "idp.xml", "key": {"env": "X"}, "certificate": "none.pem""#),
            ("/encrypted", #""metadata": "idp.xml", "encrypted": true"#),
            ("/nameIDFormat", #""metadata": "idp.xml", "nameIDFormat": "transient""#),
        ]
    )
    func problems(pointer: String, options: String) throws {
        let folder = try Folder()
        let problem = #expect(throws: ConfigProblem.self) { try make(options, in: folder) }
        #expect(problem?.pointer == pointer)
    }
}
