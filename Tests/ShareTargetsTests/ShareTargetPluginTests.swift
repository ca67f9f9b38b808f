import Contracts
import Core
import Foundation
import Testing

@testable import ShareTargets

@Suite("A configured place to share at") struct ShareTargetPluginTests {
    private func make(_ id: String, title: String? = nil, template: String? = nil) throws(ConfigProblem)
        -> [ShareTarget]
    {
        let context = PluginContext(
            id: id,
            directory: URL(filePath: "/"),
            now: { Date(timeIntervalSince1970: 0) },
            http: { _ in preconditionFailure("a link needs no network") }
        )
        return try ShareTargetPlugin.make(.init(title: title, template: template), context).shareTargets
    }

    @Test("is a usual one by its id alone, or with another title or address")
    func usual() throws {
        let teams = try #require(ShareTarget.known.first { $0.id == "teams" })
        #expect(try make("teams") == [teams])
        #expect(try make("teams", title: "Chat 🏅").map(\.title) == ["Chat 🏅"])
        #expect(try make("teams", template: "https://x.example/?{text}").map(\.title) == [teams.title])
    }

    @Test("of a company's own has a title and an address")
    func own() throws {
        let template = "https://intranet.acme.example/new?text={text}&link={url}&what={title}"
        let target = try #require(try make("intranet", title: " אינטרא־נט ", template: template).first)
        #expect(target == ShareTarget(id: "intranet", title: "אינטרא־נט", template: template))
    }

    @Test(
        "without either says which ids need none",
        arguments: [(nil, nil), ("Intranet", nil), (nil, "https://a.example/?{url}")]
    )
    func missing(title: String?, template: String?) {
        let problem = #expect(throws: ConfigProblem.self) { try make("intranet", title: title, template: template) }
        #expect(problem?.message.contains(template == nil ? "template" : "title") == true)
        #expect(problem?.hint?.contains("viva-engage, teams, linkedin-profile") == true)
    }

    @Test(
        "with an address that leads nowhere, or where a badge decides, is refused",
        arguments: [
            ("javascript:alert('{url}')", "https://"), ("http://a.example/?{url}", "https://"),
            ("https://{name}/?{url}", "https://"), ("https://a@b.example/?{url}", "https://"),
            ("https:///?{url}", "https://"), ("https://a.example/ ?{url}", "https://"),
            ("https://a.example/\n{url}", "https://"), ("https://a.example/ü?{url}", "https://"),
            ("https://a.example/?{link}", "{link}"), ("https://a.example/?{url}}", "}"),
            ("https://a.example/?{url", "{url"), ("https://a.example/?{{url}", "{{url}"),
            ("https://a.example/", "Neither"), ("", "Neither"),
            ("https://a.example/?{url}" + String(repeating: "x", count: 10_000), "1000 characters"),
        ]
    )
    func refused(template: String, says: String) {
        let problem = #expect(throws: ConfigProblem.self) {
            try make("intranet", title: "Intranet", template: template)
        }
        #expect(problem?.pointer == "/template")
        #expect(problem?.message.contains(says) == true, "\(problem?.message ?? "")")
    }

    @Test("has a title that fits on a button", arguments: ["", "  ", String(repeating: "🏅", count: 61)])
    func title(text: String) {
        let problem = #expect(throws: ConfigProblem.self) { try make("teams", title: text) }
        #expect(problem?.pointer == "/title")
    }

    @Test("is one of the usual ones only with an address that the same check takes")
    func known() throws {
        for target in ShareTarget.known { try ShareTarget.check(target.template) }
    }
}
