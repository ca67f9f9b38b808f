import Core
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import App

@Suite("The style guide") struct StyleguideTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/App/Web/Components").standardizedFileURL

    /// The names of all components in the folder, without those that are parts of another.
    private static func components() throws -> Set<String> {
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        let paths = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        return try paths.reduce(into: []) { names, file in
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?m)^struct (\w+): Component/) { names.insert(String(match.output.1)) }
        }
    }

    @Test("shows every component, in every state without a repeated id")
    func complete() throws {
        let specimens = Styleguide.specimens(now: TestPortal.start)
        let missing = try Self.components().subtracting(specimens.map(\.name))
        #expect(missing.isEmpty)
        let html = specimens.map(\.html.text).joined()
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test("reads the colours from the stylesheet, and every pair has the contrast that WCAG asks for")
    func contrast() throws {
        let file = try #require(Assets.builtIn.files["portal.css"])
        let tokens = DesignTokens(Array(buffer: file.plain))
        #expect(tokens.colours.count >= 20)
        for pair in DesignTokens.pairs {
            let (front, ground) = (try #require(tokens[pair.front]), try #require(tokens[pair.ground]))
            #expect(front.light.contrast(with: ground.light) >= pair.least, "light: \(pair.front) on \(pair.ground)")
            #expect(front.dark.contrast(with: ground.dark) >= pair.least, "dark: \(pair.front) on \(pair.ground)")
        }
    }

    @Test("stands in light, dark and from right to left", arguments: ["", "?theme=dark", "?dir=rtl", "?theme=x&dir=🏅"])
    func modes(query: String) async throws {
        try await TestPortal().browse { browser async throws in
            let page = try await browser.get("/styleguide\(query)")
            #expect(page.status == .ok)
            #expect(page.text.contains("data-theme=\"dark\"") == (query == "?theme=dark"))
            #expect(page.text.contains("class=\"stage\" dir=\"rtl\"") == (query == "?dir=rtl"))
        }
    }

    @Test("is not there where people sign in for real")
    func production() async throws {
        let portal = try await TestPortal(isDemo: false)
        try await portal.browse { browser async throws in
            #expect(try await browser.get("/styleguide").status == .notFound)
        }
    }
}
