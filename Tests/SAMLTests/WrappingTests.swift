import Core
import Foundation
import Testing

@testable import SAML

/// “On Breaking SAML: Be Whoever You Want to Be” (USENIX Security 2012): what was signed is moved aside, and something
/// else stands where a careless reader looks.
@Suite("A SAML response whose signed part was wrapped")
struct WrappingTests {
    /// What the attacker has: a genuine response of their own.
    private struct Loot {
        let response: String
        let assertion: String
        let signature: String

        init(isResponseSigned: Bool) throws {
            var plan = TestResponse()
            plan.request = Outgoing.id("sign-in", TestResponse.handle)
            plan.responseSignature = isResponseSigned ? TestSignature() : nil
            plan.assertionSignature = isResponseSigned ? nil : TestSignature()
            response = try plan.text()
            assertion = try plan.assertion()
            let signed = isResponseSigned ? response : assertion
            signature = signed.firstMatch(of: /<ds:Signature .*<\/ds:Signature>/).map { String($0.output) } ?? ""
        }

        func evil(_ text: String) -> String {
            text.replacing("ada-7f3", with: "victim").replacing("_assertion-1", with: "_evil-a")
                .replacing("_response-1", with: "_evil-r")
        }
    }

    private static func wrapped(_ number: Int) throws -> String {
        let whole = try Loot(isResponseSigned: true)
        let part = try Loot(isResponseSigned: false)
        let bareResponse = whole.response.replacing(whole.signature, with: "")
        let bareAssertion = part.assertion.replacing(part.signature, with: "")
        let evilAssertion = part.evil(bareAssertion)
        func inside(_ signature: String, _ content: String) -> String {
            signature.replacing("</ds:Signature>", with: "<ds:Object>\(content)</ds:Object></ds:Signature>")
        }
        func signed(_ assertion: String, _ signature: String) -> String {
            assertion.replacing("</saml:Issuer>", with: "</saml:Issuer>\(signature)", maxReplacements: 1)
        }
        switch number {
        case 1:
            return whole.evil(bareResponse)
                .replacing(
                    "</saml:Issuer><samlp:",
                    with: "</saml:Issuer>\(inside(whole.signature, bareResponse))<samlp:"
                )
        case 2:
            return whole.evil(bareResponse)
                .replacing("</saml:Issuer><samlp:", with: "</saml:Issuer>\(bareResponse)\(whole.signature)<samlp:")
        case 3: return part.response.replacing(part.assertion, with: evilAssertion + part.assertion)
        case 4:
            let around = evilAssertion.replacing("</saml:Assertion>", with: "\(part.assertion)</saml:Assertion>")
            return part.response.replacing(part.assertion, with: around)
        case 5:
            return part.response.replacing(part.assertion, with: signed(evilAssertion, part.signature) + bareAssertion)
        case 6:
            return part.response.replacing(
                part.assertion,
                with: signed(evilAssertion, inside(part.signature, bareAssertion))
            )
        case 7:
            let extensions = "<samlp:Extensions>\(evilAssertion)</samlp:Extensions><samlp:Status>"
            return part.response.replacing("<samlp:Status>", with: extensions)
        default:
            return part.response.replacing(
                part.assertion,
                with: signed(evilAssertion, part.signature.replacing("</ds:Signature>", with: ""))
                    .replacing(
                        "</ds:SignatureValue>",
                        with: "</ds:SignatureValue><ds:Object>\(bareAssertion)</ds:Object></ds:Signature>"
                    )
            )
        }
    }

    @Test("X3 is refused, however it was wrapped", arguments: 1...8)
    func wrapping(number: Int) async throws {
        let text = try Self.wrapped(number)
        _ = try XMLDocument(Array(text.utf8))
        let lenient = Visit { settings in settings.demandsSignedAssertion = false }
        for visit in [Visit(), lenient] {
            await #expect(throws: SignInRefusal.self) { try await visit.post(text: text) }
        }
    }

    @Test("X3 is refused with two assertions, both of them signed")
    func two() async throws {
        var plan = TestResponse()
        plan.request = Outgoing.id("sign-in", TestResponse.handle)
        let first = try plan.assertion()
        plan.assertionID = "_assertion-2"
        let text = try plan.response(first + plan.assertion())
        await #expect(throws: SignInRefusal.rejected("several assertions")) { try await Visit().post(text: text) }
    }

    @Test("X3 is refused with an encrypted assertion beside")
    func encryptedBeside() async throws {
        var plan = TestResponse()
        plan.request = Outgoing.id("sign-in", TestResponse.handle)
        let beside =
            "<saml:EncryptedAssertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"></saml:EncryptedAssertion>"
        let text = try plan.response(plan.assertion() + beside)
        await #expect(throws: SignInRefusal.self) { try await Visit().post(text: text) }
    }

    @Test("X3 is refused with an assertion in the advice of the signed one")
    func advice() async throws {
        let inner = TestResponse().unsignedAssertion.replacing(TestSignature.place, with: "")
            .replacing("_assertion-1", with: "_evil")
        await #expect(throws: SignInRefusal.self) {
            try await Visit().post { response in
                response.condition = "</saml:Conditions><saml:Advice>\(inner)</saml:Advice><saml:Conditions>"
            }
        }
    }
}
