import Foundation
import Testing

@testable import App

@Suite("Secrets in plugins.json") struct ManifestSecretTests {
    @Test(
        "wants a reference",
        arguments: [
            (#""hunter2""#, "15  /plugins/0/config/apiKey: \(refused)"),
            ("42", "15  /plugins/0/config/apiKey: \(refused)"),
            (#"["hunter2"]"#, "15  /plugins/0/config/apiKey: \(refused)"),
            ("null", "15  /plugins/0/config/apiKey: \(refused)"),
            ("{}", "15  /plugins/0/config/apiKey: a secret needs \"env\" or \"file\".\n    \(key)"),
            (
                #"{"env":"A","file":"/a"}"#,
                "15  /plugins/0/config/apiKey: a secret has either \"env\" or \"file\", not both.\n    \(key)"
            ),
            (#"{"hunter2":1}"#, "16  /plugins/0/config/apiKey: \(stranger)"),
            (#"{"env":"PATH","value":"hunter2"}"#, "29  /plugins/0/config/apiKey: \(stranger)"),
            (
                #"{"env":"hunter2"}"#,
                "22  /plugins/0/config/apiKey/env: is not the name of an environment variable.\n    \(name)"
            ),
            (
                #"{"env":"1A"}"#,
                "22  /plugins/0/config/apiKey/env: is not the name of an environment variable.\n    \(name)"
            ),
            (#"{"env":["hunter2"]}"#, "22  /plugins/0/config/apiKey/env: must be a string, not a list.\n    \(name)"),
            (#"{"file":"hunter2"}"#, "23  /plugins/0/config/apiKey/file: must begin with /.\n    \(path)"),
            (#"{"file":7}"#, "23  /plugins/0/config/apiKey/file: must be a string, not a number.\n    \(path)"),
            (
                #"{"env":"LAUREL_NOT_THERE"}"#,
                "22  /plugins/0/config/apiKey/env: the environment variable LAUREL_NOT_THERE is not set."
            ),
            (#"{"file":"/not/there"}"#, "23  /plugins/0/config/apiKey/file: the file /not/there cannot be read."),
        ]
    )
    func reference(value: String, complaint: String) {
        #expect(complaints(Self.entry(value)) == "plugins.json:2:" + complaint)
    }

    @Test("need not be there when the entry is not enabled, or when only the entries are listed")
    func absent() {
        let json = Self.entry(#"{"env":"LAUREL_NOT_THERE"}"#)
        #expect(complaints(json, secrets: .referencesOnly) == "")
        #expect(complaints(json.replacing("\"id\"", with: "\"enabled\":false, \"id\"")) == "")
    }

    @Test("warns of a file that everybody can read", arguments: [(0o644, 1), (0o604, 1), (0o640, 0), (0o600, 0)])
    func permissions(mode: Int, warnings: Int) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try Data("hunter2\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        let json = Self.entry(#"{"file":"\#(file.path)"}"#)
        let manifest = try PluginManifest(Array(json.utf8), file: "plugins.json", registry: samplePlugins)
        let warning = """
            plugins.json:2:23  /plugins/0/config/apiKey/file: warning: everybody on this machine can read \(file.path).
                Run: chmod o-rwx \(file.path)
            """
        #expect(manifest.warnings.map(\.description) == Array(repeating: warning, count: warnings))
    }

    @Test(
        "never appear in a message, however they got into the file",
        arguments: [
            entry(#""hunter2""#), entry(#"{"hunter2":"hunter2","env":"hunter2"}"#),
            entry(#"{"hunter2":{"hunter2":["hunter2"]}}"#),
            entry(#""hunter2", "mode": "hunter2", "percentScale": "a hunter2 b", "hunter2": 1, "domains": "hunter2""#),
            entry(#""hunter2", "baseURL": "https://hunter2@acme.example""#), entry(#""hunter2", "oauth": "hunter2""#),
            entry(#"{"env":"PATH"}, "oauth": {"clientSecret":"hunter2"}, "mode": "hunter2""#), entry("hunter2"),
            entry("'hunter2'"),
            entry(#"{"env":"PATH"}, "apikey": "hunter2", "mode": "hunter2""#), entry(#""hunter2"#),
            entry(#"{"file":"hunter2"}"#),
            entry(#"{"hunter2":1,"hunter2":2}"#), entry("\"hunter2\\x\""),
            entry("{}").replacing("sample", with: "hunter2") + "hunter2",
            #"{"version":"hunter2","plugins":"hunter2","hunter3":"hunter2"}"#, #"{"version":1,"plugins":["hunter2"]}"#,
            #"{"version":1,"plugins":[{"id":"Xhunter2","type":"sample","config":"hunter2"}]}"#,
            #"{"version":1,"plugins":[{"id":"Xhunter2","type":"hunter2","config":["hunter2"]}]}"#,
            #"{"version":1,"plugins":[{"id":"Xhunter2","type":"hunter2","config":{"key":"hunter2"}}]}"#,
            #"{"version":1,"plugins":[{"id":"Xhunter2","type":"sample","apiKey":"hunter2"}]}"#,
            #"{"version":1,"plugins":[{"id":"hunter2","type":"plain"},{"id":"hunter2","type":"sample","config":{"apiKey":"hunter2"}}]}"#,
        ]
    )
    func canary(json: String) {
        let text = complaints(json)
        #expect(!text.isEmpty)
        #expect(!text.contains("hunter2"), "\(text)")
    }

    private static let key = "The key for the interface."
    private static let refused =
        "a secret may not stand in this file. Use {\"env\": \"NAME\"} or {\"file\": \"/run/secrets/…\"}\n    \(key)"
    private static let stranger = "a secret has \"env\" or \"file\" and no other key.\n    \(key)"
    private static let name = "The name of an environment variable: capital letters, digits and _, no digit first."
    private static let path = "The path of a file that holds the secret and nothing else; it begins with /."

    private static func entry(_ apiKey: String) -> String {
        """
        { "version": 1, "plugins": [ { "id": "a", "type": "sample", "config": { "baseURL": "https://acme.example",
            "apiKey": \(apiKey) } } ] }
        """
    }
}
