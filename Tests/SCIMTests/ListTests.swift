import Core
import Foundation
import Testing

@testable import SCIM

@Suite("SCIM lists and what the service says about itself")
struct ListTests {
    let caller = Caller()

    @Test(
        "find what Entra ID, Okta and others look for",
        arguments: [
            #"userName eq "ADA@acme.example""#, #"externalId eq "oid-1""#, #"userName Eq "ada@acme.example""#,
            #"emails[type eq "work"].value eq "ada@acme.example""#, #"emails.value eq "ada@acme.example""#,
            #"displayName eq "Ada \ud83c\udfc5""#, #"displayName eq "ada 🏅" and externalId eq "oid-1""#,
            #"(userName eq "ada@acme.example") AND (active eq true)"#, #"active eq "True""#,
            #"urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ada@acme.example""#,
            #"emails[type eq "work" and value eq "ada@acme.example"]"#, "", "  ",
        ]
    )
    func found(filter: String) async throws {
        _ = try await caller.ada()
        let list = try await caller.send("GET", "Users", query: ["filter": filter])
        #expect(list.status == 200 && list.json["totalResults"] == 1)
        #expect(list.json["Resources"]?.elements?.first?["id"] == "u1")
    }

    @Test("without a hit are empty, not errors")
    func empty() async throws {
        let list = try await caller.send("GET", "Users", query: ["filter": #"userName eq "\"\\🐍""#])
        #expect(list.status == 200 && list.json["totalResults"] == 0 && list.json["Resources"] == [])
        #expect(list.json["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:ListResponse"])
    }

    @Test(
        "refuse filters that they do not understand",
        arguments: [
            #"userName sw "a""#, #"userName eq"#, #"userName eq "a"#, #"userName eq "a" or active eq true"#,
            #"not (userName eq "a")"#, #"title eq "x""#, #"userName eq 7"#, #"emails[type eq "work"]"#, "(((((", "🏅",
            #"userName eq "a")"#, #"emails[type pr].value eq "x""#, #"userName pr"#, "eq eq eq", #"userName eq "a" x"#,
            "userName eq \"\(String(repeating: "x", count: 10_000))\"", String(repeating: "(", count: 4_000),
        ]
    )
    func unknown(filter: String) async throws {
        let answer = try await caller.send("GET", "Users", query: ["filter": filter])
        #expect(answer.status == 400 && answer.type == "invalidFilter")
    }

    @Test("come in pages that count from one")
    func pages() async throws {
        for number in 0..<5 { try await caller.send("POST", "Users", #"{"userName":"\#(number)"}"#) }
        func page(_ query: [String: String]) async throws -> (names: [String], start: JSON?, total: JSON?) {
            let json = try await caller.send("GET", "Users", query: query).json
            let names = json["Resources"]?.elements?.compactMap { $0["userName"]?.text } ?? []
            return (names, json["startIndex"], json["totalResults"])
        }
        let first = try await page(["startIndex": "1", "count": "2"])
        #expect(first.names == ["0", "1"] && first.start == 1 && first.total == 5)
        #expect(try await page(["startIndex": "5", "count": "2"]).names == ["4"])
        #expect(try await page(["startIndex": "-3", "count": "1"]).names == ["0"])
        #expect(try await page(["startIndex": "99"]).names.isEmpty)
        #expect(try await caller.send("GET", "Users", query: ["startIndex": "\(Int.min)"]).status == 400)
        let none = try await page(["count": "0"])
        #expect(none.names.isEmpty && none.total == 5)
        #expect(try await page(["count": "-1"]).names.isEmpty)
        for query in [["count": "x"], ["startIndex": "1.5"], ["count": "99999999999999999999"]] {
            #expect(try await caller.send("GET", "Users", query: query).type == "invalidValue")
        }
    }

    @Test("hold 200 at most")
    func bounded() async throws {
        for number in 0..<201 { try await caller.send("POST", "Users", #"{"userName":"\#(number)"}"#) }
        let list = try await caller.send("GET", "Users", query: ["count": "100000"])
        #expect(list.json["Resources"]?.elements?.count == 200 && list.json["itemsPerPage"] == 200)
    }

    @Test("find groups by name and member")
    func groups() async throws {
        try await caller.send("POST", "Groups", #"{"displayName":"A","members":[{"value":"u1"}]}"#)
        for filter in [#"displayName eq "a""#, #"members eq "u1""#, #"members[value eq "u1"]"#] {
            let list = try await caller.send("GET", "Groups", query: ["filter": filter])
            #expect(list.json["totalResults"] == 1, "\(filter)")
        }
    }

    @Test("The service says what it can do, without anything that is null")
    func discovery() async throws {
        let config = try await caller.send("GET", "ServiceProviderConfig")
        #expect(config.json["patch"]?["supported"] == true && config.json["bulk"]?["supported"] == false)
        #expect(config.json["filter"] == ["supported": true, "maxResults": 200])
        for (path, count) in [("ResourceTypes", 2.0), ("Schemas", 3.0)] {
            let list = try await caller.send("GET", path)
            #expect(list.status == 200 && list.json["totalResults"] == .number(count))
            for one in list.json["Resources"]?.elements ?? [] {
                let id = try #require(one["id"]?.text)
                #expect(try await caller.send("GET", "\(path)/\(id)").json == one)
            }
            #expect(!String(decoding: try list.json.encoded, as: UTF8.self).contains("null"))
            #expect(try await caller.send("GET", "\(path)/none").status == 404)
        }
    }

    @Test("What is not there is answered in SCIM's own form")
    func missing() async throws {
        for path in ["", "Nothing", "Users/u1/x"] {
            #expect(try await caller.send("GET", path).status == 404)
        }
        for (method, path) in [("PATCH", "Users"), ("POST", "Users/u1"), ("POST", "Schemas"), ("PUT", "Groups")] {
            let answer = try await caller.send(method, path)
            #expect(answer.status == 405 && answer.json["status"] == "405")
        }
        for path in ["Bulk", ".search", "Me", "Users/.search"] {
            #expect(try await caller.send("POST", path).status == 501)
        }
        let wrong = try await caller.send("POST", "Users", "a=b", headers: ["content-type": "text/plain"])
        #expect(wrong.status == 415)
    }
}
