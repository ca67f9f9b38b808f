import Testing

@testable import App

@Suite("A switch in plugins.json")
struct ManifestSwitchTests {
    private static func text(_ plugins: String) -> [UInt8] {
        Array("{\r\n  \"version\": 1,\r\n  \"plugins\": [\(plugins)]\r\n}".utf8)
    }

    @Test("changes one word and no other byte, whatever stands around it")
    func word() throws {
        let plugins = """
            {"id":"a","type":"csv","enabled":true,"config":{"file":"Größe 🐍\\u0022.csv","name":"שלום"}},
                {"id":"b", "type":"csv", "enabled" : true, "config":{}}
            """
        let change = try ManifestSwitch(Self.text(plugins), id: "b", on: false)
        let wanted = plugins.replacing("\"enabled\" : true", with: "\"enabled\" : false")
        #expect(change.bytes == Self.text(wanted))
        #expect(change.before == #"{"id":"b", "type":"csv", "enabled" : true, "config":{}}]"#)
        #expect(change.after == #"{"id":"b", "type":"csv", "enabled" : false, "config":{}}]"#)
    }

    @Test("adds the word where it was left out")
    func added() throws {
        let change = try ManifestSwitch(Self.text(#"{"id":"a","type":"csv"}"#), id: "a", on: false)
        #expect(change.bytes == Self.text(#"{ "enabled": false,"id":"a","type":"csv"}"#))
    }

    @Test("is refused for an entry that is not there, and for a file that is no JSON", arguments: ["", "🏅", "a\u{0}"])
    func refused(id: String) {
        #expect(throws: ManifestSwitch.Failure.noSuchEntry) {
            try ManifestSwitch(Self.text(#"{"id":"x","type":"csv"}"#), id: id, on: true)
        }
        #expect(throws: ManifestSwitch.Failure.self) { try ManifestSwitch(Array("{".utf8), id: id, on: true) }
    }
}
