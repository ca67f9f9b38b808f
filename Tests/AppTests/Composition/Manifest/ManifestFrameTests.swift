import Testing

@testable import App

@Suite("The frame of plugins.json") struct ManifestFrameTests {
    @Test(
        "takes what is right",
        arguments: [
            #"{"version":1,"plugins":[]}"#, #"{"$schema":"./plugins.schema.json","version":1.0,"plugins":[]}"#,
            #"{"//":"hello","x-team":{"enabeld":1},"version":1,"plugins":[{"id":"a","type":"plain","// why":1}]}"#,
            #"{"version":1,"plugins":[{"id":"0-a","type":"plain","enabled":false,"config":{"x-note":""}}]}"#,
            #"{"version":1,"plugins":[{"id":"a","type":"plain"},{"id":"b","type":"plain"}]}"#,
        ]
    )
    func takes(json: String) {
        #expect(complaints(json) == "")
    }

    @Test(
        "says what is wrong around the plugins",
        arguments: [
            ("[]", "1:1  must be an object, not a list."), ("null", "1:1  must be an object, not null."),
            (#"{"plugins":[]}"#, "1:1  \"version\" is missing.\n    Write \"version\": 1."),
            (
                #"{"version":"1","plugins":[]}"#,
                "1:12  /version: is not a version this program knows.\n    Write \"version\": 1."
            ),
            (#"{"version":1}"#, "1:1  \"plugins\" is missing.\n    Write \"plugins\": []."),
            (#"{"version":1,"plugins":{}}"#, "1:24  /plugins: must be a list, not an object."),
            (#"{"version":1,"plugins":[7]}"#, "1:25  /plugins/0: must be an object, not a number."),
            (
                #"{"version":1,"plugin":[],"plugins":[]}"#,
                "1:14  unknown key \"plugin\". Did you mean \"plugins\"?\n    Known keys: version, plugins."
            ),
            ("{\n", "2:1  The file ends too early. A key in double quotes is due here."),
        ]
    )
    func around(json: String, complaint: String) {
        #expect(complaints(json) == "plugins.json:\(complaint)")
    }

    @Test(
        "says what is wrong with an entry",
        arguments: [
            (
                #""id":"a","type":"plain","enabeld":false"#,
                "1:50  /plugins/0: unknown key \"enabeld\". Did you mean \"enabled\"?\n    \(known)"
            ),
            (
                #""id":"a","type":"plain","EnAbLeD":false"#,
                "1:50  /plugins/0: unknown key \"EnAbLeD\". Did you mean \"enabled\"?\n    \(known)"
            ),
            (#""id":"a","type":"plain","colour":1"#, "1:50  /plugins/0: unknown key \"colour\".\n    \(known)"),
            (
                #""id":"a","type":"plain","🏅\u202e\u0007":1"#,
                "1:50  /plugins/0: unknown key \"🏅\\u202e\\u0007\".\n    \(known)"
            ),
            (
                #""id":"a","type":"plian""#,
                "1:42  /plugins/0/type: unknown type \"plian\". Did you mean \"plain\"?\n    \(types)"
            ),
            (#""id":"a","type":"oidc""#, "1:42  /plugins/0/type: unknown type \"oidc\".\n    \(types)"),
            (#""id":"a","type":7"#, "1:42  /plugins/0/type: must be a string, not a number.\n    \(types)"),
            (#""id":"a""#, "1:25  /plugins/0: \"type\" is missing.\n    \(types)"),
            (#""type":"plain""#, "1:25  /plugins/0: \"id\" is missing.\n    \(name)"),
            (#""id":null,"type":"plain""#, "1:31  /plugins/0/id: must be a string, not null.\n    \(name)"),
            (
                #""id":"a","type":"plain","enabled":"no""#,
                "1:60  /plugins/0/enabled: must be true or false, not a string."
            ),
            (
                #""id":"a","type":"plain","config":[]"#,
                "1:59  /plugins/0/config: must be an object, not a list.\n    Needs nothing."
            ),
            (
                #""id":"a","type":"nothing","config":[]"#,
                "1:42  /plugins/0/type: unknown type \"nothing\".\n    \(types)\nplugins.json:1:61  /plugins/0/config: must be an object, not a list."
            ),
            (
                #""id":"a","type":"plain","config":{"a":1}"#,
                "1:60  /plugins/0/config: unknown key \"a\".\n    No keys are known here."
            ),
        ]
    )
    func entry(members: String, complaint: String) {
        #expect(complaints(#"{"version":1,"plugins":[{\#(members)}]}"#) == "plugins.json:" + complaint)
    }

    @Test(
        "refuses an id that could not stand in an address",
        arguments: ["", "A", "-a", "a_b", "a b", "ä", "a⃝", "a/b", "🏅"]
    )
    func ids(id: String) {
        let json = #"{"version":1,"plugins":[{"id":"\#(id)","type":"plain"}]}"#
        #expect(complaints(json) == "plugins.json:1:31  /plugins/0/id: \"\(id)\" is not an id.\n    \(Self.name)")
    }

    @Test("takes an id of 64 characters and refuses 65")
    func longIDs() {
        let id = String(repeating: "a", count: 64)
        #expect(complaints(#"{"version":1,"plugins":[{"id":"\#(id)","type":"plain"}]}"#) == "")
        #expect(complaints(#"{"version":1,"plugins":[{"id":"\#(id)a","type":"plain"}]}"#).contains("is not an id."))
    }

    @Test("refuses the same id twice and says where the first one is")
    func twice() {
        let json =
            #"{"version":1,"plugins":[{"id":"a","type":"plain"},"# + "\n"
            + #"{"id":"a","type":"plain","enabled":false}]}"#
        #expect(
            complaints(json) == """
                plugins.json:2:7  /plugins/1/id: the id "a" is taken by the entry at 1:31.
                    Every entry has its own id; two entries may have the same type.
                """
        )
    }

    @Test("tells all mistakes at once, in the order of the file")
    func all() {
        let json = """
            { "version": 2,
              "plugins": [
                { "type": "plian", "id": "B",
                  "enabled": 1 },
                { "id": "c", "type": "sample", "colour": 1, "config": { "mode": "dayly" } } ] }
            """
        #expect(
            complaints(json) == """
                plugins.json:1:14  /version: is not a version this program knows.
                    Write "version": 1.
                plugins.json:3:15  /plugins/0/type: unknown type "plian". Did you mean "plain"?
                    Known types: sample, plain, wrong.
                plugins.json:3:30  /plugins/0/id: "B" is not an id.
                    The name of this entry: lowercase letters, digits and hyphens, 64 at most.
                plugins.json:4:18  /plugins/0/enabled: must be true or false, not a number.
                plugins.json:5:36  /plugins/1: unknown key "colour".
                    Known keys: id, type, enabled, config.
                plugins.json:5:59  /plugins/1/config: "baseURL" is missing.
                    The address of the interface.
                plugins.json:5:59  /plugins/1/config: "apiKey" is missing.
                    The key for the interface.
                plugins.json:5:69  /plugins/1/config/mode: "dayly" is not one of "daily", "weekly". Did you mean "daily"?
                    How often to look.
                """
        )
    }

    @Test("stops counting after the first 200 mistakes")
    func many() {
        let keys = (0..<50_000).map { "\"k\($0)\":\"v\($0)\"" }.joined(separator: ",")
        let lines = complaints("{\(keys)}").split(separator: "\n")
        #expect(lines.last == "There may be more; these are the first 200.")
        #expect(lines.count == 401)
    }

    private static let known = "Known keys: id, type, enabled, config."
    private static let types = "Known types: sample, plain, wrong."
    private static let name = "The name of this entry: lowercase letters, digits and hyphens, 64 at most."
}
