import Core
import Foundation
import Testing

@Suite("JSON whose shape is not known")
struct JSONValueTests {
    @Test(
        "is read as what it is",
        arguments: [
            ("null", .null), ("true", true), ("false", false), ("1", 1), ("0", 0), ("-2.5", .number(-2.5)),
            (#""true""#, "true"), (#""""#, ""), (#""🐍 \u05D0""#, "🐍 א"), ("[]", []), ("{}", [:]),
            (#"[1,"1",[true,null]]"#, [1, "1", [true, .null]]), (#"{"a":{"b":[]}}"#, ["a": ["b": []]]),
        ] as [(String, JSONValue)]
    )
    func reads(text: String, value: JSONValue) throws {
        let read = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(read == value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(read)) == value)
    }

    @Test(
        "is refused when it is damaged or goes too deep",
        arguments: ["", "{", "[1", String(repeating: "[", count: 10_000)]
    )
    func refuses(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) }
    }

    @Test("gives its parts only as what they are")
    func parts() {
        let value: JSONValue = ["name": "Ada 🏅", "active": true, "list": ["x"], "inner": ["a": 1]]
        #expect(value["name"]?.text == "Ada 🏅" && value["name"]?.flag == nil)
        #expect(value["active"]?.flag == true && value["active"]?.text == nil)
        #expect(value["list"]?.elements == ["x"] && value["list"]?["x"] == nil)
        #expect(value["inner"]?.members == ["a": 1] && value["inner"]?.elements == nil)
        #expect(value["missing"] == nil && value.members?.count == 4)
    }
}
