import Core
import Crypto
import Foundation
import Testing

@testable import SAML

@Suite("A signature of a SAML response")
struct SignatureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (inout TestSignature) -> Void

        init(_ text: String, _ change: @escaping @Sendable (inout TestSignature) -> Void) {
            testDescription = text
            self.change = change
        }
    }

    private static let enveloped =
        "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform>"
    private static let xpath =
        "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">"
        + "<ds:XPath>not(ancestor-or-self::ds:Signature)</ds:XPath></ds:Transform>"

    private static func informed(_ text: String, _ change: @escaping @Sendable (String) -> String) -> Case {
        Case(text) { signature in signature.info = change }
    }

    static let cases: [Case] = [
        Case("G1 is refused when a stranger made it") { $0.key = .stranger },
        Case("G1 is refused when a stranger made it and shows a certificate") { signature in
            signature.key = .stranger
            let certificate = TestKey.stranger.certificate.base64
            signature.keyInfo =
                "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
        },
        Case("G1 is refused when a stranger made it and shows the provider's certificate") { signature in
            signature.key = .stranger
            let certificate = TestKey.provider.certificate.base64
            signature.keyInfo =
                "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
        },
        Case("G1 is refused when a stranger made it and says where the key is") { signature in
            signature.key = .stranger
            signature.keyInfo =
                "<ds:KeyInfo><ds:RetrievalMethod URI=\"file:///etc/hostname\"></ds:RetrievalMethod></ds:KeyInfo>"
        },
        Case("G2 is refused when it is of the whole document") { $0.uri = "" },
        Case("G2 is refused when it is of something else") { $0.uri = "#_response-1" },
        Case("G2 is refused when it is of something by a pointer") { $0.uri = "#xpointer(id('_assertion-1'))" },
        Case("G2 is refused when it is of another place") { $0.uri = "http://127.0.0.1:1/" },
        informed("G2 is refused with two references") { info in
            let reference = info.firstMatch(of: /<ds:Reference.*<\/ds:Reference>/).map { String($0.output) } ?? ""
            return info.replacing("</ds:SignedInfo>", with: "\(reference)</ds:SignedInfo>")
        },
        Case("G2 is refused with two SignedInfos") { signature in
            signature.whole = { text in
                let info = text.firstMatch(of: /<ds:SignedInfo.*<\/ds:SignedInfo>/).map { String($0.output) } ?? ""
                return text.replacing("<ds:SignatureValue>", with: "\(info)<ds:SignatureValue>")
            }
        },
        Case("G2 is refused with an object in it") { signature in
            signature.whole = { $0.replacing("</ds:Signature>", with: "<ds:Object></ds:Object></ds:Signature>") }
        },
        Case("G2 is refused when it comes twice") { signature in signature.whole = { $0 + $0 } },
        informed("G3 is refused with XPath in between") { $0.replacing(enveloped, with: enveloped + xpath) },
        informed("G3 is refused with XPath instead") { $0.replacing(enveloped, with: xpath) },
        informed("G3 is refused with enveloped-signature alone") { info in
            info.replacing(
                /<ds:Transform Algorithm="http:\/\/www.w3.org\/2001\/10\/xml-exc-c14n#"><\/ds:Transform>/,
                with: ""
            )
        },
        informed("G3 is refused with inclusive canonicalization") { info in
            info.replacing(
                "http://www.w3.org/2001/10/xml-exc-c14n#",
                with: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
            )
        },
        informed("G3 is refused with comments that count") { info in
            info.replacing("xml-exc-c14n#\"", with: "xml-exc-c14n#WithComments\"")
        },
        Case("G4 is refused with SHA-1") { $0.hash = .sha1 },
        Case("G4 is refused with a digest of SHA-1") { $0.digestHash = .sha1 },
        informed("G4 is refused with an algorithm that nobody knows") { info in
            info.replacing("xmldsig-more#rsa-sha256", with: "xmldsig-more#rsa-sha257")
        },
        informed("G4 is refused with MD5") { info in info.replacing("#rsa-sha256", with: "#rsa-md5") },
        informed("G4 is refused with HMAC and its length") { info in
            info.replacing(
                "more#rsa-sha256\">",
                with: "more#hmac-sha256\"><ds:HMACOutputLength>0</ds:HMACOutputLength>"
            )
        },
        Case("G5 is refused with a comment in the digest") { signature in
            signature.whole = { $0.replacing("<ds:DigestValue>", with: "<ds:DigestValue><!-- AAAA -->") }
        },
        Case("G5 is refused with an element in the digest") { signature in
            signature.whole = { $0.replacing("</ds:DigestValue>", with: "<x></x></ds:DigestValue>") }
        },
        Case("G5 is refused with two digests") { signature in
            signature.whole = {
                $0.replacing("<ds:DigestValue>", with: "<ds:DigestValue>AAAA</ds:DigestValue><ds:DigestValue>")
            }
        },
        Case("G6 is refused when it was cut off") { signature in signature.whole = { _ in "" } },
        Case("G6 is refused when its value is empty") { signature in
            signature.whole = { $0.replacing(/<ds:SignatureValue>[^<]*/, with: "<ds:SignatureValue>") }
        },
    ]

    @Test("of an assertion", arguments: cases)
    func ofAssertion(_ example: Case) async {
        await #expect(throws: SignInRefusal.self) {
            try await Visit().post { response in
                if var signature = response.assertionSignature {
                    example.change(&signature)
                    response.assertionSignature = signature
                }
            }
        }
    }

    @Test(
        "of a response, also where the assertion has a good one",
        arguments: cases.filter { !$0.testDescription.hasPrefix("G6 is refused when it was cut") },
        [true, false]
    )
    func ofResponse(_ example: Case, isAssertionSigned: Bool) async {
        let visit = Visit { settings in settings.demandsSignedAssertion = isAssertionSigned }
        await #expect(throws: SignInRefusal.self) {
            try await visit.post { response in
                var signature = TestSignature()
                example.change(&signature)
                if signature.uri == "#_response-1" { signature.uri = "#_assertion-1" }
                response.responseSignature = signature
                if !isAssertionSigned { response.assertionSignature = nil }
            }
        }
    }

    @Test("G2 is refused where it does not belong, though it fits", arguments: ["first", "last"])
    func place(place: String) async throws {
        await #expect(throws: SignInRefusal.rejected("a signature that is not where it belongs")) {
            try await Visit().post(rewrite: { text in
                let signature = text.firstMatch(of: /<ds:Signature .*<\/ds:Signature>/).map { String($0.output) } ?? ""
                let bare = text.replacing(signature, with: "")
                return place == "last"
                    ? bare.replacing("</saml:Assertion>", with: "\(signature)</saml:Assertion>")
                    : bare.replacing(/(<saml:Assertion [^>]*>)/) { "\($0.output.1)\(signature)" }
            })
        }
    }

    @Test("G4 is refused when it is a hash with the public key as password")
    func confusion() async throws {
        let visit = Visit()
        let certificate = TestKey.provider.certificate
        for secret in [certificate.publicKey, certificate.der, Array(TestKey.provider.certificatePEM.utf8)] {
            await #expect(throws: SignInRefusal.self) {
                try await visit.post { response in
                    response.assertionSignature?.info = { $0.replacing("more#rsa-sha256", with: "more#hmac-sha256") }
                    response.assertionSignature?.whole = { text in
                        let info =
                            text.firstMatch(of: /<ds:SignedInfo.*<\/ds:SignedInfo>/).map { String($0.output) } ?? ""
                        let canonical = info.replacing(
                            "<ds:SignedInfo>",
                            with: "<ds:SignedInfo\(TestSignature.namespace)>"
                        )
                        let code = HMAC<SHA256>.authenticationCode(
                            for: Data(canonical.utf8),
                            using: SymmetricKey(data: secret)
                        )
                        let value = Data(code).base64EncodedString()
                        return text.replacing(/<ds:SignatureValue>[^<]*/, with: "<ds:SignatureValue>\(value)")
                    }
                }
            }
        }
    }

    @Test(
        "G6 does not cover what is around it",
        arguments: [
            ("ada-7f3", "victim"), ("ada@acme.example", "eve@acme.example"), ("staff", "boss"), ("2026", "2027"),
        ]
    )
    func tampered(original: String, other: String) async {
        await #expect(throws: SignInRefusal.self) {
            try await Visit().post(rewrite: { $0.replacing(original, with: other) })
        }
    }

    @Test("G6 is demanded where it is set")
    func demanded() async throws {
        let both = Visit { settings in settings.demandsSignedResponse = true }
        await #expect(throws: SignInRefusal.self) { try await both.post() }
        await #expect(throws: SignInRefusal.self, "the status alone is signed by nobody") {
            try await Visit().post { response in
                response.responseSignature = TestSignature()
                response.assertionSignature = nil
            }
        }
        let whole = Visit { settings in
            settings.demandsSignedAssertion = false
            settings.demandsSignedResponse = true
        }
        await #expect(throws: SignInRefusal.self, "an assertion's signature is not the response's") {
            try await whole.post()
        }
    }
}
