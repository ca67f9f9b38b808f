import Crypto
import Foundation
import Testing

@testable import App

@Suite("Assets")
struct AssetsTests {
    @Test("hold a drawing for every icon")
    func icons() throws {
        let sheet = try Self.text("icons.svg")
        for name in Icon.Name.allCases { #expect(sheet.contains("<symbol id=\"\(name.rawValue)\"")) }
    }

    @Test("are asked for by the hash of what they hold")
    func version() throws {
        let hash = SHA256.hash(data: Data(try Self.text("icons.svg").utf8)).map { String(format: "%02x", $0) }.joined()
        #expect("\(Icon.sheet)".hasSuffix("?v=\(hash.prefix(8))"), "write it into Icon.sheet")
    }

    @Test("lay pages out by logical properties only, so that they serve both directions of reading")
    func logical() throws {
        let css = try Self.text("portal.css")
        let physical = /(margin|padding|border)-(left|right)|[{;\s](left|right|float)\s*:|text-align\s*:\s*(left|right)/
        #expect(css.firstMatch(of: physical) == nil)
        #expect(!css.contains("url("))
    }

    @Test("do nothing that Trusted Types forbid")
    func script() throws {
        let script = try Self.text("portal.js")
        for sink in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
            #expect(!script.contains(sink))
        }
    }

    @Test(
        "are not needed by pages in any other way: no inline style, script or handler",
        arguments: Sample.pages.map(\.key)
    )
    func pages(name: String) throws {
        let html = try #require(Sample.pages.first { $0.key == name }?.value.text)
        #expect(html.firstMatch(of: /<[^>]+\s(style|on[a-z]+)=/) == nil)
        #expect(!html.contains("<style"))
        #expect(html.matches(of: /<script/).count == 1)
        let ids = html.matches(of: /\sid="([^"]+)"/).map(\.output.1)
        #expect(Set(ids).count == ids.count)
    }

    private static func text(_ file: String) throws -> String {
        let assets = URL(filePath: #filePath).appending(path: "../../../../Sources/App/Assets").standardizedFileURL
        return try String(contentsOf: assets.appending(path: file), encoding: .utf8)
    }
}
