import Contracts
import Core
import Testing

@testable import SCIM

/// However a request is damaged on its way, it is answered; `make fuzz` runs it for long.
@Suite("A damaged SCIM request")
struct MutationTests {
    private static let count = max(Fuzz.rounds, 400)

    private static let bodies = [
        #"{"userName":"a@acme.example","active":false,"emails":[{"value":"a","primary":true}],"externalId":"x"}"#,
        Caller.message(#"{"op":"Replace","path":"emails[type eq \"work\"].value","value":"🏅"}"#),
        Caller.message(#"{"op":"add","value":{"name.givenName":"x","active":"False","externalId":null}}"#),
    ]
    private static let filters = [
        #"emails[type eq "work"].value eq "a@acme.example" and active eq true"#, #"(userName eq "\"🏅") and id eq "x""#,
    ]

    @Test("is answered, with what it means or with what is wrong", arguments: [1, 2, 3] as [UInt64])
    func damaged(seed: UInt64) async throws {
        var random = Generator(seed: seed)
        let caller = Caller()
        try await caller.send("POST", "Users", #"{"userName":"first","active":false}"#)
        let places = [("POST", "Users"), ("PUT", "Users/u1"), ("PATCH", "Users/u1"), ("PATCH", "Groups/g")]
        for round in 0..<Self.count {
            let body = Self.damaged(Self.bodies[round % Self.bodies.count], &random)
            let (method, path) = places[Int.random(in: 0..<places.count, using: &random)]
            let answer = try await caller.send(method, path, body)
            #expect([200, 201, 204, 400, 404, 409].contains(answer.status), "\(body)")
            let filter = Self.damaged(Self.filters[round % Self.filters.count], &random)
            let list = try await caller.send("GET", "Users", query: ["filter": filter, "count": "1"])
            #expect([200, 400].contains(list.status), "\(filter)")
        }
    }

    /// Half of them keep the form of JSON a little longer: signs that mean something are put in.
    private static func damaged(_ text: String, _ random: inout Generator) -> String {
        var bytes = Array(text.utf8)
        guard Bool.random(using: &random) else { return String(decoding: bytes.damaged(by: &random), as: UTF8.self) }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let signs = Array(#""[]{}\:,.eq "#.utf8)
            let place = Int.random(in: bytes.indices, using: &random)
            bytes.insert(signs[Int.random(in: signs.indices, using: &random)], at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
