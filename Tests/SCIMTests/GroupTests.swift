import Core
import Foundation
import Testing

@testable import SCIM

@Suite("SCIM groups")
struct GroupTests {
    let caller = Caller()

    private func group(_ members: String = #"[{"value":"u1"},{"value":"u2"}]"#) async throws -> Caller.Answer {
        try await caller.send(
            "POST",
            "Groups",
            #"{"displayName":"Makers 🏅","externalId":"x","members":\#(members),"meta":{"resourceType":"Group"}}"#
        )
    }

    private func patched(_ operations: String) async throws -> Caller.Answer {
        _ = try await group()
        return try await caller.send("PATCH", "Groups/g1", Caller.message(operations))
    }

    @Test("are made with their members, whom they name by id and address")
    func created() async throws {
        let answer = try await group()
        #expect(answer.status == 201 && answer.json["displayName"] == "Makers 🏅" && answer.json["externalId"] == "x")
        #expect(
            answer.json["members"] == [
                ["value": "u1", "$ref": .string("\(Caller.base)/Users/u1")],
                ["value": "u2", "$ref": .string("\(Caller.base)/Users/u2")],
            ]
        )
        #expect(try await caller.send("POST", "Groups", #"{"displayName":"Empty"}"#).json["members"] == nil)
    }

    @Test(
        "lose members, however a directory says it",
        arguments: [
            #"{"op":"Remove","path":"members","value":[{"value":"u1"}]}"#,
            #"{"op":"remove","path":"members[value eq \"u1\"]"}"#,
            #"{"op":"Remove","path":"members","value":"u1"}"#,
            #"{"op":"replace","path":"members","value":[{"value":"u2"}]}"#,
            #"{"op":"replace","value":{"id":"g1","members":[{"value":"u2","display":"B"}]}}"#,
            #"{"op":"remove","path":"members"},{"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"}]}"#,
        ]
    )
    func removed(operations: String) async throws {
        let answer = try await patched(operations)
        #expect(answer.status == 204 && answer.json == .null)
        #expect(caller.store.groups.first?.members == ["u2"])
    }

    @Test("win members and get new names, in both dialects")
    func changed() async throws {
        _ = try await patched(
            """
            {"op":"Add","path":"members","value":[{"value":"u2"},{"value":"u3"}]},
            {"op":"add","value":{"members":[{"value":"u4"}]}},
            {"op":"replace","value":{"id":"g1","displayName":"شركة"}},
            {"op":"Replace","path":"externalId","value":"y"},{"op":"add","path":"unknown","value":"z"}
            """
        )
        let group = try #require(caller.store.groups.first)
        #expect(group.members == ["u1", "u2", "u3", "u4"] && group.name == "شركة" && group.externalID == "y")
    }

    @Test(
        "are not changed by what makes no sense",
        arguments: [
            (#"{"op":"remove","path":"displayName"}"#, "mutability"),
            (#"{"op":"replace","path":"displayName","value":""}"#, "invalidValue"),
            (#"{"op":"add","path":"members","value":[{"display":"x"}]}"#, "invalidValue"),
            (#"{"op":"add","path":"members","value":7}"#, "invalidValue"),
            (#"{"op":"add","path":"members[value eq \"u9\"]","value":"x"}"#, "invalidPath"),
            (#"{"op":"remove","path":"members[display eq \"u9\"]"}"#, "invalidPath"),
            (#"{"op":"replace","path":"members.value","value":"x"}"#, "invalidPath"),
        ]
    )
    func refused(operations: String, type: String) async throws {
        let answer = try await patched(operations)
        #expect(answer.status == 400 && answer.type == type)
        #expect(caller.store.groups.first?.version == 1)
    }

    @Test("come without their members when those are not wanted")
    func withoutMembers() async throws {
        _ = try await group()
        let query = ["excludedAttributes": "members"]
        #expect(try await caller.send("GET", "Groups/g1", query: query).json["members"] == nil)
        let list = try await caller.send("GET", "Groups", query: query).json["Resources"]?.elements
        #expect(list?.count == 1 && list?.first?["members"] == nil && list?.first?["displayName"] == "Makers 🏅")
    }

    @Test("are replaced, and deleted once")
    func replaced() async throws {
        _ = try await group()
        let answer = try await caller.send("PUT", "Groups/g1", #"{"displayName":"B","members":[{"value":"u7"}]}"#)
        #expect(answer.status == 200 && answer.json["externalId"] == nil)
        #expect(caller.store.groups.first?.members == ["u7"])
        #expect(try await caller.send("PUT", "Groups/g1", "{}").type == "invalidValue")
        #expect(try await caller.send("DELETE", "Groups/g1").status == 204)
        #expect(try await caller.send("DELETE", "Groups/g1").status == 404)
    }
}
