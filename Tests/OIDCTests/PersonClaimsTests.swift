import Core
import Foundation
import Testing

@testable import OIDC

/// Who gets into whose account is decided here: an address counts only when the provider may vouch for it.
@Suite("What an OpenID provider says about a person")
struct PersonClaimsTests {
    private func subject(
        _ claims: @escaping @Sendable (inout HostileProvider.Fields) -> Void,
        _ change: (inout OIDCPlugin.Configuration) -> Void = { _ in }
    ) async throws -> Subject {
        let server = try HostileProvider(.ES256) {
            $0.claims = claims
            $0.userInfo = { $0 = ["sub": $0["sub"] ?? ""] }
        }
        return try await Visit(server, change).signIn().subject
    }

    @Test(
        "an address that was not verified counts for nothing",
        arguments: [false, nil, "true", 1] as [(any Sendable)?]
    )
    func unverified(verified: (any Sendable)?) async throws {
        #expect(try await subject { $0["email_verified"] = verified }.emails.isEmpty)
    }

    @Test(
        "an address of a domain that is not on the list counts for nothing",
        arguments: [
            "ada@evil.example", "ada@sub.acme.example", "ada@acme.example.evil", "ada@acme.example@evil.example",
            "ada@аcme.example", "a,b@acme.example", "ada\u{301}@acme.example", "\"x\"@acme.example", "", "acme.example",
            "ada@acme.example\u{0}", String(repeating: "a", count: 300) + "@acme.example",
        ]
    )
    func foreign(address: String) async throws {
        #expect(try await subject { $0["email"] = address }.emails.isEmpty)
        #expect(try await subject({ $0["email"] = address }, { $0.trusted = true }).emails.isEmpty)
    }

    @Test("a trusted provider need not say that it verified the address, but may say that it did not")
    func trusted() async throws {
        let silent = try await subject({ $0["email_verified"] = nil }, { $0.trusted = true })
        #expect(silent.emails.map(\.description) == ["ada@acme.example"])
        #expect(try await subject({ $0["email_verified"] = false }, { $0.trusted = true }).emails.isEmpty)
    }

    @Test("without a list of domains no address counts")
    func noDomains() async throws {
        #expect(try await subject({ _ in }, { $0.domains = nil }).emails.isEmpty)
    }

    @Test("the verification of one address does not count for another one")
    func mixed() async throws {
        let server = try HostileProvider {
            $0.claims = {
                $0["email"] = nil
                $0["email_verified"] = true
            }
            $0.userInfo = { $0 = ["sub": "subject-1", "email": "ada@acme.example"] }
        }
        #expect(try await Visit(server).signIn().subject.emails.isEmpty)
    }

    @Test("ADFS: the UPN is the address where the configuration says so")
    func upn() async throws {
        let found = try await subject(
            { $0["upn"] = "Ada@ACME.example" },
            { ($0.emailClaim, $0.trusted) = ("upn", true) }
        )
        #expect(found.emails.map(\.description) == ["ada@acme.example"])
        #expect(found.identity.subject == "subject-1")
    }

    @Test("groups give the roles that the configuration says, and take back the others")
    func groups() async throws {
        #expect(try await subject { $0["groups"] = ["makers", "🏅"] }.roles == [.designer])
        #expect(try await subject { $0["groups"] = "admins" }.roles == [.administrator])
        #expect(try await subject { $0["groups"] = ["Admins", "admins "] }.roles == [])
        #expect(try await subject { _ in }.roles == [])
        #expect(try await subject({ $0["groups"] = ["admins"] }, { $0.roles = nil }).roles == [])
    }

    @Test("Entra ID: too many groups to list take no role away")
    func overage() async throws {
        #expect(try await subject { $0["_claim_names"] = ["groups": "src1"] }.roles == nil)
        #expect(try await subject { $0["hasgroups"] = true }.roles == nil)
    }

    @Test("Google: only people of the hosted domain get in", arguments: ["evil.example", nil, ""])
    func hosted(domain: String?) async throws {
        let server = try HostileProvider { $0.claims = { $0["hd"] = domain } }
        await #expect(throws: SignInRefusal.self) {
            try await Visit(server) { $0.hostedDomain = "acme.example" }.signIn()
        }
        server.behave { $0.claims = { $0["hd"] = "acme.example" } }
        #expect(
            try await Visit(server) { $0.hostedDomain = "acme.example" }.signIn().subject.issuer
                == HostileProvider.issuer
        )
    }

    @Test("Entra ID: the object id is the person, together with the tenant")
    func objectID() async throws {
        let found = try await subject({ ($0["tid"], $0["oid"]) = ("t1", "o1") }, { $0.subjectClaim = "oid" })
        #expect(found.identity.subject == "t1/o1")
        await #expect(throws: SignInRefusal.self) { try await subject({ _ in }, { $0.subjectClaim = "oid" }) }
    }

    @Test("the name is what there is")
    func names() async throws {
        #expect(
            try await subject { ($0["name"], $0["given_name"], $0["family_name"]) = (" ", "Zoë", "Ñandú") }.name
                == "Zoë Ñandú"
        )
        #expect(try await subject { ($0["name"], $0["preferred_username"]) = (nil, "ada") }.name == "ada")
        #expect(try await subject { $0["name"] = nil }.name == "")
    }

    @Test("attributes give roles too, beside groups or without any")
    func attributes() async throws {
        let rules = [
            RoleMapping.AttributeRule(name: "department", value: "Learning 🏅", role: .designer),
            RoleMapping.AttributeRule(name: "titles", value: "Chief", role: .administrator),
        ]
        let mapping = RoleMapping([.designer: ["makers"]], attributes: rules)
        #expect(
            try await subject({ $0["department"] = "Learning 🏅" }, { $0.roles = mapping }).roles == [.designer]
        )
        #expect(
            try await subject({ $0["titles"] = ["X", "Chief"] }, { $0.roles = mapping }).roles == [.administrator]
        )
        #expect(try await subject({ $0["department"] = "learning 🏅" }, { $0.roles = mapping }).roles == [])
        let alone = RoleMapping(attributes: rules)
        let overage = try await subject(
            {
                $0["hasgroups"] = true
                $0["titles"] = "Chief"
            },
            { $0.roles = alone }
        )
        #expect(overage.roles == [.administrator])
    }
}
