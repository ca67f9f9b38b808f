import Core
import Foundation
import Testing

@testable import SAML

/// Responses that an attacker, or a provider that errs, may send: none signs anybody in.
@Suite("A hostile SAML response")
struct HostileTests {
    typealias Change = @Sendable (inout TestResponse) throws -> Void

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: Change = { _ in }
        var rewrite: @Sendable (String) -> String = { $0 }

        init(_ text: String, _ change: @escaping Change, rewrite: @escaping @Sendable (String) -> String = { $0 }) {
            testDescription = text
            self.change = change
            self.rewrite = rewrite
        }

        init(_ text: String, rewrite: @escaping @Sendable (String) -> String) {
            testDescription = text
            self.rewrite = rewrite
        }
    }

    private static let doctype = "<!DOCTYPE a [<!ENTITY x \"y\">]>"
    private static let laughs =
        "<!DOCTYPE a [<!ENTITY a \"ha\">" + (0..<9).map { "<!ENTITY a\($0) \"&a;&a;&a;&a;&a;&a;\">" }.joined() + "]>"

    static let form: [Case] = [
        Case("X1 with a document type", rewrite: { doctype + $0 }),
        Case(
            "X1 with a file to be read",
            rewrite: { _ in "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>" }
        ),
        Case("X1 with entities of entities", rewrite: { laughs + $0 }),
        Case(
            "X1 with a document type in another encoding",
            rewrite: { "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-" + $0 }
        ),
        Case("X1 with an entity that nobody declared", rewrite: { $0.replacing("ada-7f3", with: "&x;") }),
        Case(
            "X1 that is nested too deeply",
            { response in
                response.condition = String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70)
            }
        ),
        Case("X1 that is no XML", rewrite: { _ in "🐍 🏅" }),
        Case("X1 that is empty", rewrite: { _ in "" }),
        Case(
            "X1 with a processing instruction",
            rewrite: { $0.replacing("<samlp:Status>", with: "<?php x?><samlp:Status>") }
        ),
        Case("X1 that is too long", rewrite: { $0 + "<!-- \(String(repeating: "x", count: 256 << 10)) -->" }),
        Case("X3 that is no response", rewrite: { $0.replacing("samlp:Response", with: "samlp:ArtifactResponse") }),
        Case("X3 without an assertion", rewrite: { $0.replacing(/<saml:Assertion.*<\/saml:Assertion>/, with: "") }),
        Case(
            "X3 whose status follows the assertion",
            rewrite: { text in
                let status = text.firstMatch(of: /<samlp:Status>.*<\/samlp:Status>/).map { String($0.output) } ?? ""
                return text.replacing(status, with: "").replacing(
                    "</samlp:Response>",
                    with: "\(status)</samlp:Response>"
                )
            }
        ),
        Case("X3 whose IDs are the same", { response in response.id = response.assertionID }),
        Case(
            "X3 with the same ID in another spelling",
            rewrite: {
                $0.replacing("<samlp:Status>", with: "<samlp:Status xml:id=\"_assertion-1\">")
            }
        ),
        Case(
            "X3 with the same Id",
            rewrite: { $0.replacing("<samlp:Status>", with: "<samlp:Status Id=\"_assertion-1\">") }
        ),
    ]

    static let content: [Case] = [
        Case("P1 that failed", { response in response.status = "urn:oasis:names:tc:SAML:2.0:status:Responder" }),
        Case("P1 of another version", { response in response.version = "1.1" }),
        Case("P1 with an assertion of another version", { response in response.assertionVersion = "1.1" }),
        Case("P1 of another issuer", { response in response.responseIssuer = "https://evil.example" }),
        Case(
            "P1 with an assertion of another issuer",
            { response in response.assertionIssuer = "https://evil.example" }
        ),
        Case("P2 for another place", { response in response.destination = "https://evil.example/acs" }),
        Case("P2 for a place that begins like ours", { response in response.destination = TestResponse.acs + ".evil" }),
        Case(
            "P2 for no place, though it is signed",
            { response in
                response.destination = nil
                response.responseSignature = TestSignature()
            }
        ),
        Case("P3 to another request", { response in response.request = "_other" }),
        Case("P3 to another request by its own word", { response in response.responseRequest = "_other" }),
        Case("P3 to another request by the confirmation", { response in response.confirmationRequest = "_other" }),
        Case("P3 to none, where one was asked", { response in response.request = nil }),
        Case("P3 to none by the confirmation", { response in response.confirmationRequest = .some(nil) }),
        Case("P4 for another recipient", { response in response.recipient = "https://other.example/acs" }),
        Case("P4 for no recipient", { response in response.recipient = nil }),
        Case("P4 without data of the confirmation", { response in response.hasConfirmationData = false }),
        Case("P4 whose confirmation has no end", { response in response.confirmationEnd = nil }),
        Case("P4 whose confirmation is over", { response in response.confirmationEnd = -61 }),
        Case("P4 whose confirmation has a beginning", { response in response.confirmationStart = -60 }),
        Case(
            "P4 confirmed by a key that nobody shows",
            { response in
                response.method = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"
            }
        ),
        Case("P5 that ran out", { response in response.notOnOrAfter = -61 }),
        Case("P5 that is not valid yet", { response in response.notBefore = 61 }),
        Case("P5 for another audience", { response in response.audiences = [["https://other.example"]] }),
        Case("P5 for any audience", { response in response.audiences = [] }),
        Case(
            "P5 for us and, at the same time, for others only",
            { response in
                response.audiences = [[TestResponse.entityID], ["https://other.example"]]
            }
        ),
        Case(
            "P5 for an audience that begins like us",
            { response in response.audiences = [[TestResponse.entityID + "2"]] }
        ),
        Case(
            "P5 with a condition that nobody understands",
            { response in response.condition = "<saml:Condition></saml:Condition>" }
        ),
        Case("P6 of a stay that is over", { response in response.sessionEnd = -61 }),
        Case("P6 that does not say when somebody signed in", { response in response.hasAuthentication = false }),
        Case(
            "P7 that is old",
            { response in
                response.issued = -361
                response.notBefore = -400
            }
        ),
        Case("P7 from the future", { response in response.issued = 61 }),
        Case("N1 with an element in the name", { response in response.nameID = "ada<x></x>" }),
        Case("N1 with an empty name", { response in response.nameID = "" }),
        Case("N1 with a name of 10 kB", { response in response.nameID = String(repeating: "a", count: 10_000) }),
    ]

    @Test("is refused", arguments: form + content)
    func refused(_ example: Case) async {
        await #expect(throws: SignInRefusal.self) {
            try await Visit().post(example.change, rewrite: example.rewrite)
        }
    }

    @Test("signs in nobody else by a comment in a name, whoever signed it", arguments: ["NameID", "attribute"])
    func comment(place: String) async throws {
        let visit = Visit { settings in if place == "attribute" { settings.subjectAttribute = "uid" } }
        let posted = try await visit.post(
            { response in
                response.nameID = "ada-7f3.evil"
                response.attributes = [("uid", ["ada-7f3.evil"])]
            },
            rewrite: { $0.replacing("ada-7f3.evil", with: "ada-7f3<!-- -->.evil") }
        )
        #expect(posted.recognised.subject.identity.subject.hasSuffix("/ada-7f3.evil"))
    }

    @Test(
        "is refused when it is not base64",
        arguments: [
            "", " ", "🐍", "PHNhbWw+Cg=", "PHNhbWw+Cg==!", "PHNh bWw+", "PHNhbWx=",
            String(repeating: "A", count: 600_000),
        ]
    )
    func base64(text: String) async {
        await #expect(throws: SignInRefusal.self) {
            try await Visit().provider.receive(["SAMLResponse": text], for: TestResponse.handle)
        }
        await #expect(throws: SignInRefusal.self) { try await Visit().provider.receive([:], for: TestResponse.handle) }
    }

    @Test("is refused by the clock as soon as its time is over, and not before")
    func clock() async throws {
        var visit = Visit()
        var response = TestResponse()
        response.request = Outgoing.id("sign-in", TestResponse.handle)
        let text = try response.text()
        for (seconds, isValid) in [(-60.0, true), (-61, false), (359, true), (360, false), (86_400, false)] {
            visit.now = TestResponse.start + seconds
            do {
                _ = try await visit.post(text: text)
                #expect(isValid, "\(seconds)")
            } catch is SignInRefusal {
                #expect(!isValid, "\(seconds)")
            }
        }
    }

    @Test("says in the log why, and nothing of the person")
    func reasons() async {
        let visit = Visit()
        for example in Self.content {
            do {
                _ = try await visit.post(example.change)
            } catch let refusal as SignInRefusal {
                #expect(!refusal.reason.contains("ada"))
            } catch {
                Issue.record(error)
            }
        }
    }

    @Test("that says that the person did not sign in is no attack")
    func declined() async throws {
        await #expect(throws: SignInRefusal.declined("Responder AuthnFailed")) {
            try await Visit().post(
                { response in
                    response.status = "urn:oasis:names:tc:SAML:2.0:status:Responder"
                    response.innerStatus =
                        "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\"></samlp:StatusCode>"
                },
                rewrite: { $0.replacing(/<saml:Assertion.*<\/saml:Assertion>/, with: "") }
            )
        }
    }
}
