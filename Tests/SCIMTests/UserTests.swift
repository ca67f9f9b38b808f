import Core
import Foundation
import Testing

@testable import SCIM

@Suite("SCIM users")
struct UserTests {
    let caller = Caller()

    @Test("are answered as they were sent, without what the portal does not keep")
    func created() async throws {
        let ada = try await caller.ada()
        #expect(ada["userName"] == "Ada@acme.example" && ada["externalId"] == "oid-1" && ada["active"] == true)
        #expect(ada["displayName"] == "Ada 🏅" && ada["name"]?["givenName"] == "Ada")
        #expect(ada["emails"] == [["primary": true, "type": "work", "value": "ada@acme.example"]])
        #expect(ada[Caller.enterprise] == ["department": "Learning"])
        #expect(ada["schemas"] == [.string(Caller.user), .string(Caller.enterprise)])
        #expect(ada["meta"]?["location"]?.text == "\(Caller.base)/Users/u1")
        #expect(ada["meta"]?["version"] == "W/\"1\"" && ada["meta"]?["created"] == "2026-03-02T08:00:00.000Z")
        #expect(ada["password"] == nil && ada["addresses"] == nil && ada["roles"] == nil)
        let stored = try #require(caller.store.users.first).content
        #expect(!stored.document.contains("hunter2"))
        #expect(stored.attributes["department"] == ["Learning"] && stored.attributes["password"] == nil)
        #expect(stored.emails == [DirectoryUser.Email("ada@acme.example", kind: "work")])
    }

    @Test("say where they are when they are made")
    func location() async throws {
        let answer = try await caller.send("POST", "Users", #"{"userName":"🐍"}"#)
        #expect(answer.status == 201 && answer.headers["location"] == "\(Caller.base)/Users/u1")
        #expect(answer.headers["etag"] == "W/\"1\"" && answer.headers["content-type"] == "application/scim+json")
        #expect(answer.json["active"] == true)
    }

    @Test("are called by what is shown, by their names, or by their userName")
    func names() async throws {
        let sent = [
            (#""displayName":"D","name":{"formatted":"F"}"#, "D"), (#""name":{"formatted":"F","givenName":"G"}"#, "F"),
            (#""name":{"givenName":"G","familyName":"N"}"#, "G N"), (#""displayName":" ""#, "u3"),
        ]
        for (number, (members, name)) in sent.enumerated() {
            try await caller.send("POST", "Users", #"{"userName":"u\#(number)",\#(members)}"#)
            #expect(caller.store.users.last?.content.name == name)
        }
    }

    @Test("are understood in any letter case, and with truth values that are texts")
    func spelling() async throws {
        let body = #"{"USERNAME":"a","Active":"False","EMAILS":{"Value":"a@acme.example","Primary":"True"}}"#
        let answer = try await caller.send("POST", "Users", body)
        #expect(answer.json["userName"] == "a" && answer.json["active"] == false)
        #expect(answer.json["emails"] == [["value": "a@acme.example", "primary": true]])
    }

    @Test("have one primary address at most")
    func primary() async throws {
        let body =
            #"{"userName":"a","emails":[{"value":"1","primary":true},{"value":"2","primary":true},{"value":"3"}]}"#
        let answer = try await caller.send("POST", "Users", body)
        let flags = answer.json["emails"]?.elements?.map { $0["primary"] }
        #expect(flags == [false, true, nil])
        #expect(caller.store.users.first?.content.emails.map(\.address) == ["2", "1", "3"])
    }

    @Test(
        "are refused when they make no sense",
        arguments: [
            ("{}", "invalidValue"), (#"{"userName":""}"#, "invalidValue"), (#"{"userName":"  "}"#, "invalidValue"),
            (#"{"userName":7}"#, "invalidValue"), (#"{"userName":null}"#, "invalidValue"),
            (#"{"userName":"a","active":"maybe"}"#, "invalidValue"), (#"{"userName":"a","name":"x"}"#, "invalidValue"),
            (#"{"userName":"a","emails":[7]}"#, "invalidValue"), (#"{"userName":"a\u0000"}"#, "invalidValue"),
            (#"{"userName":"a","externalId":{}}"#, "invalidValue"), ("[]", "invalidSyntax"), ("{", "invalidSyntax"),
            ("", "invalidSyntax"), (String(repeating: "[", count: 10_000), "invalidSyntax"),
            (#"{"userName":"\#(String(repeating: "🏅", count: 2_500))"}"#, "invalidValue"),
        ]
    )
    func refused(body: String, type: String) async throws {
        let answer = try await caller.send("POST", "Users", body)
        #expect(answer.status == 400 && answer.type == type && answer.json["status"] == "400")
        #expect(caller.store.users.isEmpty)
    }

    @Test("are unique by userName")
    func unique() async throws {
        _ = try await caller.ada()
        let answer = try await caller.send("POST", "Users", #"{"userName":"ADA@ACME.example"}"#)
        #expect(answer.status == 409 && answer.type == "uniqueness" && answer.json["status"] == "409")
    }

    @Test("are replaced as a whole, but nobody is let in because nothing was said")
    func replaced() async throws {
        _ = try await caller.ada()
        try await caller.send("PUT", "Users/u1", #"{"userName":"ada","active":false}"#)
        let answer = try await caller.send("PUT", "Users/u1", #"{"userName":"ada","displayName":"A"}"#)
        #expect(answer.status == 200 && answer.json["active"] == false && answer.json["emails"] == nil)
        #expect(answer.json["externalId"] == nil && answer.json[Caller.enterprise] == nil)
        #expect(caller.store.users.first?.content.isActive == false)
        #expect(try await caller.send("PUT", "Users/u9", #"{"userName":"x"}"#).status == 404)
    }

    @Test("are gone after DELETE, and never were under another name")
    func deleted() async throws {
        _ = try await caller.ada()
        #expect(try await caller.send("DELETE", "Users/u1").status == 204)
        for method in ["DELETE", "GET"] {
            let answer = try await caller.send(method, "Users/u1")
            #expect(answer.status == 404 && answer.json["status"] == "404")
        }
    }

    @Test("are not sent again to whoever has them, nor changed by whoever has old ones")
    func versions() async throws {
        _ = try await caller.ada()
        #expect(try await caller.send("GET", "Users/u1", headers: ["if-none-match": "W/\"1\""]).status == 304)
        #expect(try await caller.send("GET", "Users/u1", headers: ["if-none-match": "W/\"2\""]).status == 200)
        let body = #"{"userName":"ada"}"#
        #expect(try await caller.send("PUT", "Users/u1", body, headers: ["if-match": "W/\"7\""]).status == 412)
        #expect(try await caller.send("PUT", "Users/u1", body, headers: ["if-match": "W/\"1\""]).status == 200)
        #expect(try await caller.send("PUT", "Users/u1", body, headers: ["if-match": "*"]).status == 200)
    }

    @Test("are cut down to the attributes that were asked for")
    func selection() async throws {
        _ = try await caller.ada()
        func names(_ query: [String: String]) async throws -> Set<String> {
            Set(try await caller.send("GET", "Users/u1", query: query).json.members?.keys.map(\.self) ?? [])
        }
        #expect(
            try await names(["attributes": "USERNAME,\(Caller.user):active"]) == [
                "id", "schemas", "userName", "active",
            ]
        )
        let parts = try await caller.send("GET", "Users/u1", query: ["attributes": "name.givenName,emails.value"])
        #expect(parts.json["name"] == ["givenName": "Ada"] && parts.json["emails"] == [["value": "ada@acme.example"]])
        let without = try await names(["excludedAttributes": "emails, name.formatted,\(Caller.enterprise)"])
        #expect(without.isDisjoint(with: ["emails", Caller.enterprise]) && without.contains("name"))
        #expect(try await names(["attributes": "\(Caller.enterprise):department"]).contains(Caller.enterprise))
    }
}
