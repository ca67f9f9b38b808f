import Contracts
import Core
import Foundation
import Testing

@testable import Pathgather

@Suite("Pathgather plugin") struct PathgatherPluginTests {
    @Test("asks for a way out to its address, with its key and its limit") func options() async throws {
        let configuration = try decode(
            #"{"baseURL":"https://acme.example/v1","apiKey":{"env":"KEY"},"requestsPerMinute":60}"#
        )
        try await confirmation { asked in
            var context = PluginContext.test(id: "p")
            context.http = { options in
                #expect(options.baseURL.absoluteString == "https://acme.example/v1")
                #expect(options.bearer == Secret(.environment("KEY")) && options.requestsPerMinute == 60)
                asked()
                return ScriptedHTTP([])
            }
            let source = try #require(PathgatherPlugin.make(configuration, context).sources.first)
            #expect(source.id == "p" && source.name == "Pathgather")
        }
    }

    @Test("refuses an address without a host or with a password", arguments: ["v1", "https://u:p@a.example/v1"])
    func address(baseURL: String) throws {
        let configuration = try decode(#"{"baseURL":"\#(baseURL)","apiKey":{"env":"KEY"}}"#)
        let problem = #expect(throws: ConfigProblem.self) {
            try PathgatherPlugin.make(configuration, .test(id: "p"))
        }
        #expect(problem?.pointer == "/baseURL")
    }

    private func decode(_ json: String) throws -> PathgatherPlugin.Configuration {
        try JSONDecoder().decode(PathgatherPlugin.Configuration.self, from: Data(json.utf8))
    }
}
