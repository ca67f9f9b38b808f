import Core
import Foundation
import Testing

@testable import SCIM

/// However a request is damaged on its way, it is answered, and nobody is let in by it who was out.
///
/// `make fuzz` runs it for long: `LAUREL_FUZZ` is the number of mutations.
@Suite("A damaged SCIM request")
struct MutationTests {
    private static let count = ProcessInfo.processInfo.environment["LAUREL_FUZZ"].flatMap { Int($0) } ?? 400

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
        var random = Dice(seed)
        let caller = Caller()
        try await caller.send("POST", "Users", #"{"userName":"first","active":false}"#)
        for _ in 0..<Self.count {
            let body = random.damaged(Self.bodies[random.below(Self.bodies.count)])
            let (method, path) = [
                ("POST", "Users"), ("PUT", "Users/u1"), ("PATCH", "Users/u1"), ("PATCH", "Groups/g"),
            ][
                random.below(4)
            ]
            let answer = try await caller.send(method, path, body)
            #expect([200, 201, 204, 400, 404, 409].contains(answer.status), "\(body)")
            let filter = random.damaged(Self.filters[random.below(Self.filters.count)])
            let list = try await caller.send("GET", "Users", query: ["filter": filter, "count": "1"])
            #expect([200, 400].contains(list.status), "\(filter)")
        }
    }
}

/// Falls the same way for the same seed (SplitMix64).
private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }

    /// One to four bytes changed, taken out, put in or doubled.
    mutating func damaged(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...below(4) {
            let position = below(bytes.count)
            switch below(4) {
            case 0: bytes[position] = UInt8(below(256))
            case 1 where bytes.count > 1: bytes.remove(at: position)
            case 2: bytes.insert(Array(#""[]{}\:,.eq "#.utf8)[below(12)], at: position)
            default: bytes.insert(contentsOf: bytes[position...].prefix(below(20)), at: position)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
