import Core
import Foundation
import Testing

@testable import SCIM

/// Both ways in which directories write changes; the operations are those that Entra ID and Okta send.
@Suite("A SCIM PATCH")
struct PatchTests {
    let caller = Caller()

    @Test(
        "closes an account, however a directory says it",
        arguments: [
            #"{"op":"Replace","path":"active","value":"False"}"#, #"{"op":"replace","path":"active","value":false}"#,
            #"{"op":"Replace","path":"active","value":"false"}"#, #"{"op":"replace","value":{"active":false}}"#,
            #"{"op":"Add","path":"active","value":false}"#, #"{"op":"REPLACE","value":{"Active":"False"}}"#,
            #"{"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:active","value":false}"#,
            #"{"op":"replace","value":{"urn:ietf:params:scim:schemas:core:2.0:User:active":false}}"#,
        ]
    )
    func closes(operation: String) async throws {
        let answer = try await caller.patch(operation)
        #expect(answer.status == 200 && answer.json["active"] == false)
        #expect(caller.store.users.first?.content.isActive == false)
    }

    @Test("changes many things at once, as Entra ID sends them")
    func entra() async throws {
        let answer = try await caller.patch(
            """
            {"op":"Replace","path":"displayName","value":"Ada 👑"},
            {"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"lovelace@acme.example"},
            {"op":"Add","path":"emails[type eq \\"home\\"].value","value":"ada@home.example"},
            {"op":"Replace","path":"name.familyName","value":"Lovelace"},
            {"op":"Add","path":"\(Caller.enterprise):department","value":"IT"},
            {"op":"Remove","path":"title"},
            {"op":"Add","path":"addresses[type eq \\"work\\"].locality","value":"there"}
            """
        )
        #expect(answer.status == 200 && answer.json["displayName"] == "Ada 👑")
        #expect(answer.json["name"] == ["formatted": "Ada L", "familyName": "Lovelace", "givenName": "Ada"])
        #expect(
            answer.json["emails"] == [
                ["primary": true, "type": "work", "value": "lovelace@acme.example"],
                ["type": "home", "value": "ada@home.example"],
            ]
        )
        #expect(answer.json[Caller.enterprise]?["department"] == "IT" && answer.json["addresses"] == nil)
    }

    @Test("understands objects without a path whose names are paths")
    func pathless() async throws {
        let answer = try await caller.patch(
            """
            {"op":"Add","value":{"name.givenName":"A","title":"🐍","\(Caller.enterprise):division":"East",
             "\(Caller.enterprise)":{"costCenter":"7"},"emails[type eq \\"work\\"].value":"new@acme.example",
             "externalId":"oid-2"}}
            """
        )
        #expect(answer.json["name"]?["givenName"] == "A" && answer.json["title"] == "🐍")
        #expect(answer.json[Caller.enterprise] == ["department": "Learning", "division": "East", "costCenter": "7"])
        #expect(answer.json["emails"]?.elements?.first?["value"] == "new@acme.example")
        #expect(answer.json["externalId"] == "oid-2")
    }

    @Test("replaces lists and parts, as Okta sends them")
    func okta() async throws {
        let answer = try await caller.patch(
            """
            {"op":"replace","value":{"id":"other","userName":"lovelace@acme.example",
             "emails":[{"value":"l@acme.example","type":"work","primary":true}],"name":{"familyName":"Lovelace"}}}
            """
        )
        #expect(answer.json["id"] == "u1" && answer.json["userName"] == "lovelace@acme.example")
        #expect(answer.json["emails"] == [["value": "l@acme.example", "type": "work", "primary": true]])
        #expect(answer.json["name"]?["givenName"] == "Ada" && answer.json["name"]?["familyName"] == "Lovelace")
    }

    @Test("adds what is new, and keeps one primary address")
    func added() async throws {
        let answer = try await caller.patch(
            """
            {"op":"add","path":"emails","value":[{"primary":true,"type":"work","value":"ada@acme.example"},
             {"value":"2@acme.example","type":"other","primary":true}]},
            {"op":"replace","path":"emails[value eq \\"ADA@acme.example\\"].primary","value":true}
            """
        )
        #expect(
            answer.json["emails"] == [
                ["primary": true, "type": "work", "value": "ada@acme.example"],
                ["primary": false, "type": "other", "value": "2@acme.example"],
            ]
        )
    }

    @Test(
        "takes away",
        arguments: [
            (#"{"op":"remove","path":"emails"}"#, "emails"),
            (#"{"op":"Remove","path":"emails[type eq \"work\"]"}"#, "emails"),
            (#"{"op":"Remove","path":"emails","value":[{"value":"ada@acme.example"}]}"#, "emails"),
            (#"{"op":"replace","path":"emails","value":[]}"#, "emails"),
            (#"{"op":"remove","path":"name"}"#, "name"), (#"{"op":"replace","path":"name","value":null}"#, "name"),
            (#"{"op":"remove","path":"externalId"}"#, "externalId"), (#"{"op":"remove","path":"active"}"#, "active"),
            (#"{"op":"remove","path":"\#(Caller.enterprise)"}"#, Caller.enterprise),
            (#"{"op":"remove","path":"\#(Caller.enterprise):department"}"#, Caller.enterprise),
        ]
    )
    func removed(operation: String, name: String) async throws {
        let answer = try await caller.patch(operation)
        #expect(answer.status == 200 && answer.json[name] == nil)
        #expect(caller.store.users.first?.content.isActive == true)
    }

    @Test(
        "is refused as a whole",
        arguments: [
            (#"{"op":"replace","path":"displayName","value":"x"},{"op":"move","path":"a"}"#, "invalidSyntax"),
            (#"{"op":"replace","path":"displayName","value":"x"},{"op":"remove"}"#, "noTarget"),
            (#"{"op":"remove","path":"userName"}"#, "mutability"), (#"{"op":"add","path":"title"}"#, "invalidValue"),
            (#"{"op":"replace","path":"userName","value":" "}"#, "invalidValue"),
            (#"{"op":"replace","path":"active","value":"maybe"}"#, "invalidValue"),
            (#"{"op":"replace","value":"x"}"#, "invalidValue"), (#"{"op":"add","path":"","value":"x"}"#, "invalidPath"),
            (#"{"op":"add","path":7,"value":"x"}"#, "invalidPath"),
            (#"{"op":"add","path":"a.b.c","value":1}"#, "invalidPath"),
            (#"{"op":"add","path":"emails[type eq","value":1}"#, "invalidPath"),
            (#"{"op":"add","path":"emails[type co \"w\"].value","value":"x"}"#, "invalidPath"),
            (#"{"op":"add","path":"🏅","value":"x"}"#, "invalidPath"),
            (#"{"op":"add","path":"name[type eq \"x\"].givenName","value":"x"}"#, "invalidPath"), ("", "invalidSyntax"),
            (
                Array(repeating: #"{"op":"add","path":"title","value":"x"}"#, count: 1_001).joined(separator: ","),
                "invalidSyntax"
            ),
        ]
    )
    func refused(operations: String, type: String) async throws {
        let answer = try await caller.patch(operations)
        #expect(answer.status == 400 && answer.type == type)
        #expect(caller.store.users.first?.content.name == "Ada 🏅" && caller.store.users.first?.version == 1)
    }

    @Test("of somebody who is not there is answered 404")
    func nobody() async throws {
        let body = Caller.message(#"{"op":"replace","path":"active","value":false}"#)
        #expect(try await caller.send("PATCH", "Users/none", body).status == 404)
    }
}
