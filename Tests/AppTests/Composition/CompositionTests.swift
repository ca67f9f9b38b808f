import Core
import Foundation
import Testing

@testable import App

@Suite("What plugins.json puts together") struct CompositionTests {
    @Test("is what the enabled entries give, in the order of the file")
    func order() throws {
        let composition = try compose(
            """
            {"version":1,"plugins":[{"id":"z","type":"plain"},{"id":"off","type":"plain","enabled":false},
             {"id":"a","type":"sample","config":{"baseURL":"https://acme.example","apiKey":{"env":"PATH"},
              "people":"../a b.csv","offset":9007199254740993}}]}
            """
        )
        #expect(composition.contributions.sources.map(\.id) == ["z", "a"])
        #expect(
            composition.contributions.sources.map(\.name) == [
                "plain", "https://acme.example ../a b.csv 9007199254740993",
            ]
        )
        #expect(
            composition.entries == [
                .init(id: "z", type: "plain", isEnabled: true), .init(id: "off", type: "plain", isEnabled: false),
                .init(id: "a", type: "sample", isEnabled: true, secrets: [Secret(.environment("PATH"))]),
            ]
        )
        let path = try #require(ProcessInfo.processInfo.environment["PATH"])
        #expect(try composition.secrets(of: "a") == [path] && composition.secrets(of: "z").isEmpty)
    }

    @Test("shows where the mistake is that a plugin finds itself")
    func problem() {
        let error = #expect(throws: ManifestError.self) {
            try compose(sample(#""offset": 13"#))
        }
        #expect(
            error?.description == """
                plugins.json:4:15  /plugins/0/config/offset: brings bad luck.
                    Take 12 or 14.
                """
        )
    }

    @Test("shows where a plugin does not keep to its own schema")
    func decoding() {
        let error = #expect(throws: ManifestError.self) {
            try compose(#"{"version":1,"plugins":[{"id":"a","type":"wrong","config":{"size":3}}]}"#)
        }
        #expect(error?.problems.map(\.pointer) == ["/plugins/0/config/size"])
        #expect(error?.problems.map(\.position.description) == ["1:67"])
        #expect(error?.problems.map(\.message) == ["the plugin cannot read this value."])
    }

    private func compose(_ json: String) throws -> Composition {
        let manifest = try PluginManifest(Array(json.utf8), file: "plugins.json", registry: samplePlugins)
        let context = PluginContext(id: "", directory: URL(filePath: "/tmp"), now: { Date(timeIntervalSince1970: 0) }) {
            _ in NoWayOut()
        }
        return try App.compose(manifest, context)
    }
}

private struct NoWayOut: SourceHTTP {
    func send(_: SourceRequest) async throws(SourceError) -> SourceResponse { throw .unavailable("a test") }
}
