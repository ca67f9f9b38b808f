import Core
import Foundation
import Testing

@testable import SCIM

@Suite("The tokens of a directory")
struct BearerTokenTests {
    private let folder = FileManager.default.temporaryDirectory

    @Test("are two while one takes over from the other; a changed file counts at once")
    func rotation() throws {
        let files = (0..<2).map { _ in folder.appending(path: UUID().uuidString) }
        defer { for file in files { unlink(file.path) } }
        let tokens = BearerTokens(files.map { Secret(.file($0.path)) })
        let (old, new) = (String(repeating: "o", count: 32), String(repeating: "n", count: 32))
        #expect(!tokens.accept(old) && !tokens.accept(""))
        try Data("\(old)\n".utf8).write(to: files[0])
        #expect(tokens.accept(old) && !tokens.accept(new))
        try Data(new.utf8).write(to: files[1])
        #expect(tokens.accept(old) && tokens.accept(new))
        try Data(new.utf8).write(to: files[0])
        #expect(!tokens.accept(old) && tokens.accept(new))
        for near in [new + "n", String(new.dropLast()), " " + new, new.uppercased()] { #expect(!tokens.accept(near)) }
    }

    @Test("count for nothing when they could be guessed")
    func short() throws {
        let file = folder.appending(path: UUID().uuidString)
        defer { unlink(file.path) }
        try Data(String(repeating: "x", count: 31).utf8).write(to: file)
        #expect(!BearerTokens([Secret(.file(file.path))]).accept(String(repeating: "x", count: 31)))
    }

    @Test("a prefix of subjects means nothing without a provider")
    func prefix() throws {
        let json = #"{"token":{"env":"X"},"subjectPrefix":"t/"}"#
        let configuration = try JSONDecoder().decode(SCIMPlugin.Configuration.self, from: Data(json.utf8))
        let context = PluginContext(id: "company", directory: folder, now: { Date() }, http: { _ in NoWayOut() })
        #expect(throws: ConfigProblem.self) { try SCIMPlugin.make(configuration, context) }
    }
}

private struct NoWayOut: SourceHTTP {
    func send(_: SourceRequest) async throws(SourceError) -> SourceResponse { throw .unavailable("a test") }
}
