import Core
import Foundation
import Hummingbird

/// What the portal is connected to, how that is doing, and its switches.
///
/// `GET /admin/plugins`, `GET /admin/plugins/{id}`, `POST /admin/plugins/{id}/check` and `/switch`.
struct PluginPages {
    /// The setting under which the last switch is kept; its audit event says who switched and when.
    static let setting = "plugins.json"

    let site: Site
    let forms: FormGuard
    let board: PluginBoard
    let integrations: Integrations
    /// Finds and reaches a server.
    let probe: @Sendable (URL) async -> [ConnectionStep]
    let mailer: (any Mailer)?
    let identityProviders: [any IdentityProvider]
    let settings: any SettingStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/plugins") { _, context in
            _ = try context.require(.administrator)
            return site.response(try await list(), context)
        }
        router.get("admin/plugins/:id") { request, context in
            _ = try context.require(.administrator)
            let answer: Notice? =
                request.uri.queryParameters["switched"] == nil
                ? nil : Notice(tone: .ok, title: Words[.pluginSwitched], isAnswer: true)
            return site.response(try await page(try entry(context), answer?.html, context), context)
        }
        router.post("admin/plugins/:id/check") { request, context in
            _ = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let entry = try entry(context)
            guard let answer = await test(entry) else { throw HTTPError(.notFound) }
            return site.response(try await page(entry, answer, context), context)
        }
        router.post("admin/plugins/:id/switch") { request, context in
            let administrator = try context.require(.administrator)
            let form = try await forms.read(request, context)
            return try await change(try entry(context), to: form.fields["on"] == "1", by: administrator, context)
        }
    }

    func source(_ id: String) -> (any BadgeSource)? { integrations.sources.first { $0.id.rawValue == id } }

    private func entry(_ context: PortalContext) throws -> PluginManifest.Entry {
        let id = try context.parameters.require("id")
        guard case .entries(let entries) = board.content, let entry = entries.first(where: { $0.id == id }) else {
            throw PluginNotThere(id: id)
        }
        return entry
    }

    /// Nobody locks everybody out: the only way to sign in stays on.
    func isOnlySignIn(_ id: String) -> Bool {
        identityProviders.count == 1 && identityProviders.first?.id.rawValue == id
    }

    private func change(
        _ entry: PluginManifest.Entry,
        to isOn: Bool,
        by administrator: Person,
        _ context: PortalContext
    ) async throws -> Response {
        guard isOn || !isOnlySignIn(entry.id) else {
            return try await refusal(entry, Notice(tone: .bad, title: Words[.pluginOnlySignIn]).html, context)
        }
        do {
            try board.make(try board.change(entry.id, on: isOn))
        } catch {
            return try await refusal(entry, notice(of: error), context)
        }
        let change = Switched(id: entry.id, enabled: isOn)
        let json = String(decoding: try JSONEncoder().encode(change), as: UTF8.self)
        try await settings.save(json, as: Self.setting, by: .person(administrator.id), at: site.now())
        return Response.redirect(to: "/admin/plugins/\(entry.id)?switched=1")
    }

    private func notice(of failure: ManifestSwitch.Failure) -> HTML {
        let file = Words.Value.text(board.file?.lastPathComponent ?? "")
        let (title, raw): (String, String?) =
            switch failure {
            case .noSuchEntry: (Words.say(.pluginFileBroken, ["file": file]), nil)
            case .unreadable(let reason): (Words.say(.pluginFileBroken, ["file": file]), reason)
            case .wouldNotStart(let reason): (Words[.pluginBroken], reason)
            case .readOnly: (Words.say(.pluginReadOnly, ["file": file]), nil)
            }
        return "\(Notice(tone: .bad, title: title, isAnswer: true))\(raw.map(Self.problems))"
    }

    /// What the program would say at its start.
    static func problems(_ text: String) -> HTML {
        """
        <details open><summary>\(Words[.pluginProblems])</summary><pre class="code" lang="en" dir="ltr" tabindex="0">\(text)</pre></details>
        """
    }

    private func refusal(
        _ entry: PluginManifest.Entry,
        _ answer: HTML,
        _ context: PortalContext
    ) async throws -> Response {
        var page = try await page(entry, answer, context)
        page.status = .conflict
        return site.response(page, context)
    }

    /// What the setting holds.
    private struct Switched: Codable {
        var id: String
        var enabled: Bool
    }
}

/// Somebody asks for an entry that plugins.json does not have.
struct PluginNotThere: PortalError {
    let id: String
    var kind: ErrorKind { .notFound }
    var message: String { Words.say(.pluginNotThere, ["plugin": .text(id)]) }
}
