import Foundation
import LinkedData
import Testing

@Suite("A pinned context")
struct PinnedContextsTests {
    private let url: Text = "https://example.org/context.json"
    /// The SHA-256 of `{"@context":{}}`.
    private let hash: Text = "be91264c0b027b7ac5ab84db22a5eb371751abe030a5007b42bcfb75bb9501b3"
    private let folder = FileManager.default.temporaryDirectory.appending(path: "pinned-\(UUID())")

    private func pinned(_ hash: Text) throws -> PinnedContexts {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try PinnedContexts([url: hash], folder: folder)
    }

    private let online = FakeFetcher(documents: ["https://example.org/context.json": ["@context": [:]]])

    @Test("is fetched once, and known from then on")
    func fetched() async throws {
        let pinned = try pinned(hash)
        let known = try await pinned.load(addingTo: .badges, fetcher: online)
        #expect(known.document(at: url) == ["@context": [:]])
        #expect(known.document(at: "https://www.w3.org/ns/credentials/v2") != nil)
        let offline = try await pinned.load(addingTo: .badges, fetcher: FakeFetcher())
        #expect(offline.document(at: url) == ["@context": [:]])
        try FileManager.default.removeItem(at: folder)
    }

    @Test("is refused with other content")
    func otherContent() async throws {
        let pinned = try pinned(Text(String(repeating: "0", count: 64)))
        await #expect(throws: PinnedContexts.Problem.wrongContent(url)) {
            try await pinned.load(addingTo: .badges, fetcher: online)
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("is refused if somebody changed it in the folder")
    func changedFile() async throws {
        let pinned = try pinned(hash)
        try Data("{}".utf8).write(to: folder.appending(path: "\(hash).json"))
        await #expect(throws: PinnedContexts.Problem.wrongContent(url)) {
            try await pinned.load(addingTo: .badges, fetcher: online)
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("says why it is not there")
    func offline() async throws {
        let pinned = try pinned(hash)
        await #expect(throws: PinnedContexts.Problem.notFetched(url, reason: "404")) {
            try await pinned.load(addingTo: .badges, fetcher: FakeFetcher())
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("needs a hash", arguments: ["", "abc", String(repeating: "G", count: 64), "../../etc/passwd"])
    func invalidHash(hash: String) {
        #expect(throws: PinnedContexts.Problem.invalidHash(url)) {
            try PinnedContexts([url: Text(hash)], folder: folder)
        }
    }

    @Test("never takes the place of a known one")
    func known() async throws {
        let url: Text = "https://www.w3.org/ns/credentials/v2"
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pinned = try PinnedContexts([url: hash], folder: folder)
        let fetcher = FakeFetcher(documents: [url: ["@context": [:]]])
        let known = try await pinned.load(addingTo: .badges, fetcher: fetcher)
        #expect(known.document(at: url) == KnownContexts.badges.document(at: url))
        try FileManager.default.removeItem(at: folder)
    }
}
