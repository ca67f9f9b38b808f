import Contracts
import Core
import Foundation
import Testing

@testable import SAML

/// Ten thousand spoilt responses: none signs somebody else in, none stops the program.
///
/// Runs only with LAUREL_FUZZ, which may be a number that another run begins with.
@Suite("ResponseFuzz", .enabled(if: ProcessInfo.processInfo.environment["LAUREL_FUZZ"] != nil))
struct ResponseFuzz {
    private static let rounds = 10_000

    private static let snippets = [
        "<!-- -->", "<?a b?>", "<![CDATA[x]]>", "&#x41;", "&amp;", "&x;", "<!DOCTYPE a>", "\u{0}", "\u{FFFE}", "🐍🏅",
        "\u{202E}", " ",
        "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">", "</saml:Assertion>",
        " ID=\"_assertion-1\"",
        " xmlns=\"urn:x\"", " xml:id=\"_assertion-1\"", "<ds:Object>", "</ds:Object>", "victim", "</saml:Issuer>", "\"",
        ">", "<", "=",
    ]

    private func mutated(_ text: [UInt8], _ chance: inout Generator) -> [UInt8] {
        var bytes = text
        for _ in 0...Int.random(in: 0..<3, using: &chance) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &chance)
            let end = min(bytes.count, at + Int.random(in: 1..<200, using: &chance))
            switch Int.random(in: 0..<7, using: &chance) {
            case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            case 1: bytes[at] = UInt8.random(in: 0...255, using: &chance)
            case 2: bytes.removeSubrange(at..<end)
            case 3: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &chance))
            case 4: bytes.insert(contentsOf: Array((Self.snippets.randomElement(using: &chance) ?? "").utf8), at: at)
            case 5: bytes.removeSubrange(at...)
            default:
                let tags = String(decoding: bytes, as: UTF8.self).matches(of: /<[a-z]+:[A-Za-z]+[^<>]*>/).map(\.output)
                let (tag, other) = (tags.randomElement(using: &chance) ?? "", tags.randomElement(using: &chance) ?? "")
                bytes = Array(
                    String(decoding: bytes, as: UTF8.self).replacing(tag, with: other, maxReplacements: 1).utf8
                )
            }
        }
        return bytes
    }

    private enum Kind: String, CaseIterable {
        case assertion
        case response
        case encrypted
    }

    private func original(_ kind: Kind) throws -> (visit: Visit, text: String) {
        var response = TestResponse()
        response.request = Outgoing.id("sign-in", TestResponse.handle)
        switch kind {
        case .assertion: return (Visit(), try response.text())
        case .response:
            response.assertionSignature = nil
            response.responseSignature = TestSignature()
            let visit = Visit { settings in
                settings.demandsSignedAssertion = false
                settings.demandsSignedResponse = true
            }
            return (visit, try response.text())
        case .encrypted:
            let visit = Visit { settings in settings.keyPair = TestKey.portalPair }
            return (visit, try response.response(EncryptionTests.Plan(cipher: .cbc).wrapped(response.assertion())))
        }
    }

    @Test("a spoilt response signs in nobody but whom it was made for", arguments: [0, 1, 2])
    func responses(number: Int) async throws {
        let kind = Kind.allCases[number]
        let beginning = UInt64(ProcessInfo.processInfo.environment["LAUREL_FUZZ"] ?? "") ?? 1
        let (visit, text) = try original(kind)
        let honest = try await visit.post(text: text)
        var chance = Generator(seed: beginning &+ UInt64(number))
        var (refused, unharmed) = (0, 0)
        for round in 0..<Self.rounds {
            let bytes = mutated(Array(text.utf8), &chance)
            do {
                let form = ["SAMLResponse": Data(bytes).base64EncodedString()]
                let posted = try await visit.provider.receive(form, for: TestResponse.handle)
                // What no signature covers may change: then it is the same person still, by the same assertion.
                #expect(posted == honest, "\(kind) \(beginning) \(round)")
                unharmed += 1
            } catch {
                refused += 1
            }
        }
        #expect(refused + unharmed == Self.rounds && refused > Self.rounds / 2)
        print("\(kind.rawValue): \(refused) refused, \(unharmed) the same person by the same assertion")
    }

    @Test("spoilt metadata and spoilt messages about signing out stop nothing")
    func others() async throws {
        let beginning = UInt64(ProcessInfo.processInfo.environment["LAUREL_FUZZ"] ?? "") ?? 1
        var chance = Generator(seed: beginning)
        let metadata = Array(PortalMetadata(settings: .test).text.utf8)
        let provider = Visit { settings in settings.keyPair = TestKey.portalPair }.provider
        let query = Array("SAMLRequest=fZA%2B&RelayState=a&SigAlg=b&Signature=AAAA".utf8)
        for _ in 0..<Self.rounds {
            let bytes = mutated(metadata, &chance)
            #expect(throws: ProviderMetadata.Problem.self) {
                try ProviderMetadata(bytes, of: TestResponse.issuer, signedBy: nil)
            }
            let spoilt = String(decoding: mutated(query, &chance), as: UTF8.self)
            await #expect(throws: SignInRefusal.self) { try await provider.signOut(by: .query(spoilt)) }
        }
    }
}
