import Core
import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import SAML

@Suite("An encrypted assertion")
struct EncryptionTests {
    enum Cipher: String, CaseIterable {
        case cbc = "http://www.w3.org/2001/04/xmlenc#aes%d-cbc"
        case gcm = "http://www.w3.org/2009/xmlenc11#aes%d-gcm"

        func address(_ bits: Int) -> String { rawValue.replacing("%d", with: "\(bits)") }

        func encrypted(_ bytes: [UInt8], _ key: SymmetricKey) throws -> Data {
            switch self {
            case .cbc:
                let iv = AES._CBC.IV()
                return Data(iv) + (try AES._CBC.encrypt(bytes, using: key, iv: iv))
            case .gcm:
                guard let box = try AES.GCM.seal(bytes, using: key).combined else { return Data() }
                return box
            }
        }
    }

    /// How an assertion was wrapped.
    struct Plan {
        var cipher = Cipher.gcm
        var bits = 256
        var address: String?
        var transport = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
        var recipient = TestKey.portal
        var isKeyBeside = false
        var bend: (Data) -> Data = { $0 }

        func wrapped(_ text: String) throws -> String {
            let key = SymmetricKey(size: .init(bitCount: bits))
            let data = bend(try cipher.encrypted(Array(text.utf8), key)).base64EncodedString()
            let wrappedKey = try recipient.encrypted(key.withUnsafeBytes { Array($0) }).base64EncodedString()
            let names = " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\""
            func value(_ text: String) -> String {
                "<xenc:CipherData><xenc:CipherValue>\(text)</xenc:CipherValue></xenc:CipherData>"
            }
            let encryptedKey =
                "<xenc:EncryptedKey\(isKeyBeside ? names : "")><xenc:EncryptionMethod Algorithm=\"\(transport)\"></xenc:EncryptionMethod>"
                + "\(value(wrappedKey))</xenc:EncryptedKey>"
            let info = "<ds:KeyInfo\(TestSignature.namespace)>\(isKeyBeside ? "" : encryptedKey)</ds:KeyInfo>"
            return "<saml:EncryptedAssertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
                + "<xenc:EncryptedData\(names) Type=\"http://www.w3.org/2001/04/xmlenc#Element\">"
                + "<xenc:EncryptionMethod Algorithm=\"\(address ?? cipher.address(bits))\"></xenc:EncryptionMethod>\(info)\(value(data))"
                + "</xenc:EncryptedData>\(isKeyBeside ? encryptedKey : "")</saml:EncryptedAssertion>"
        }
    }

    private static let visit = Visit { settings in
        settings.keyPair = TestKey.portalPair
        settings.demandsEncryption = true
    }

    private func post(
        _ plan: Plan = Plan(),
        to visit: Visit = Self.visit,
        _ change: (inout TestResponse) -> Void = { _ in },
        content: (String) -> String = { $0 }
    ) async throws -> PostedSignIn {
        var response = TestResponse()
        response.request = Outgoing.id("sign-in", TestResponse.handle)
        change(&response)
        let wrapped = try plan.wrapped(content(response.assertion()))
        return try await visit.post(text: response.response(wrapped))
    }

    @Test("E1 is opened by the portal's key", arguments: Cipher.allCases, [128, 192, 256])
    func honest(cipher: Cipher, bits: Int) async throws {
        let posted = try await post(Plan(cipher: cipher, bits: bits))
        #expect(posted.recognised.subject.identity.subject == "persistent/ada-7f3")
        #expect(posted.recognised.subject.name == "Ada Lovelace 🏅")
    }

    @Test("E1 may bring its key beside it")
    func beside() async throws {
        #expect(try await post(Plan(isKeyBeside: true)).message == "_assertion-1")
    }

    @Test("E1 may come in a signed response, with and without a signature of its own", arguments: [true, false])
    func inSignedResponse(isAssertionSigned: Bool) async throws {
        var visit = Self.visit
        visit.settings.demandsSignedAssertion = isAssertionSigned
        let posted = try await post(to: visit) { response in
            response.responseSignature = TestSignature()
            if !isAssertionSigned { response.assertionSignature = nil }
        }
        #expect(posted.message == "_assertion-1" && posted.recognised.subject.name == "Ada Lovelace 🏅")
    }

    @Test("E1 is refused without a signature")
    func unsigned() async throws {
        await #expect(throws: SignInRefusal.rejected("an assertion that is not signed")) {
            try await post { response in response.assertionSignature = nil }
        }
    }

    @Test("E1 is checked like any other")
    func checked() async throws {
        await #expect(throws: SignInRefusal.self) { try await post { response in response.audiences = [["x"]] } }
        await #expect(throws: SignInRefusal.self) {
            try await post { response in response.assertionSignature?.key = .stranger }
        }
        await #expect(throws: SignInRefusal.self) {
            try await post(content: { $0.replacing("ada-7f3", with: "victim") })
        }
    }

    @Test("E1 is refused with one and the same reason, whatever is wrong with it")
    func uniform() async throws {
        let plans = [
            Plan(transport: "http://www.w3.org/2001/04/xmlenc#rsa-1_5"),
            Plan(address: "http://www.w3.org/2001/04/xmlenc#tripledes-cbc"), Plan(recipient: .stranger),
            Plan(bend: { $0.prefix(20) }), Plan(bend: { _ in Data() }),
            Plan(bend: { data in Data(data.prefix(data.count - 1)) + [data[data.count - 1] ^ 1] }),
            Plan(cipher: .cbc, bend: { data in Data(data.prefix(data.count - 16)) + Data(repeating: 7, count: 16) }),
            Plan(cipher: .cbc, bend: { _ in Data(repeating: 0, count: 64) }),
        ]
        for plan in plans {
            await #expect(throws: SignInRefusal.rejected("an encrypted assertion that cannot be opened")) {
                try await post(plan)
            }
        }
        for content in ["", "🐍", "<a/><b/>", "<!DOCTYPE a><a/>", "text", "<a>&x;</a>", "<a>"] {
            await #expect(throws: SignInRefusal.rejected("an encrypted assertion that cannot be opened")) {
                try await post(content: { _ in content })
            }
        }
    }

    @Test(
        "E1 holds one assertion, and no response or further one",
        arguments: ["<x/>", "<saml:Assertion/>", "two", "deep"]
    )
    func strange(kind: String) async throws {
        await #expect(throws: SignInRefusal.self) {
            try await post(content: { text in
                switch kind {
                case "two": text.replacing("</saml:Assertion>", with: "\(text)</saml:Assertion>")
                case "deep": String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
                default: kind
                }
            })
        }
    }

    @Test("E1 is demanded where that is set, and cannot be opened without a key")
    func demanded() async throws {
        await #expect(throws: SignInRefusal.rejected("an assertion that is not encrypted")) {
            try await Self.visit.post()
        }
        await #expect(throws: SignInRefusal.misconfigured("an encrypted assertion, and no key to open it")) {
            try await post(to: Visit())
        }
    }
}
