import Core
import Foundation

@testable import SCIM

/// A directory that calls the service.
struct Caller {
    static let base = "https://portal.example/scim/v2"
    static let user = "urn:ietf:params:scim:schemas:core:2.0:User"
    static let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    let store = MemoryStore()
    let sync = SCIMDirectory(
        directory: Directory(id: "company", emailAuthority: EmailAuthority(domains: [], isTrusted: true)),
        tokens: BearerTokens([])
    )

    struct Answer {
        var status: Int
        var headers: [String: String]
        var json: JSON
        /// `scimType` of an error.
        var type: String? { json["scimType"]?.text }
    }

    @discardableResult
    func send(
        _ method: String,
        _ path: String,
        _ body: String = "",
        query: [String: String] = [:],
        headers: [String: String] = ["content-type": "application/scim+json"]
    ) async throws -> Answer {
        let request = DirectoryRequest(
            method: method,
            path: path.split(separator: "/").map(String.init),
            query: query,
            headers: headers,
            body: Array(body.utf8),
            base: Self.base
        )
        let answer = try await sync.answer(request, store, at: Date(timeIntervalSince1970: 1_772_438_400))
        let json = answer.body.isEmpty ? JSON.null : try JSON.read(answer.body)
        return Answer(status: answer.status, headers: answer.headers, json: json)
    }

    /// A user as Entra ID makes one.
    func ada() async throws -> JSON {
        try await send(
            "POST",
            "Users",
            """
            {"schemas":["\(Self.user)","\(Self.enterprise)"],"externalId":"oid-1","userName":"Ada@acme.example",
             "active":true,"displayName":"Ada 🏅","name":{"formatted":"Ada L","familyName":"L","givenName":"Ada"},
             "emails":[{"primary":true,"type":"work","value":"ada@acme.example"}],"password":"hunter2",
             "addresses":[{"type":"work","locality":"here"}],"roles":[],"meta":{"resourceType":"User"},
             "\(Self.enterprise)":{"department":"Learning","manager":{"value":"x"}}}
            """
        ).json
    }

    /// Changes Ada by these operations.
    func patch(_ operations: String) async throws -> Answer {
        _ = try await ada()
        return try await send("PATCH", "Users/u1", Self.message(operations))
    }

    static func message(_ operations: String) -> String {
        #"{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[\#(operations)]}"#
    }
}
