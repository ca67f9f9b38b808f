import Core
import Foundation

extension PluginPages {
    func list() async throws -> Page {
        let content: HTML
        let unused: [any Plugin.Type]
        switch board.content {
        case .entries(let entries):
            content = entries.isEmpty ? Self.empty : "<div class=\"card\">\(try await table(entries))</div>"
            unused = board.unused(entries)
        case .broken(let reason):
            let file = Words.Value.text(board.file?.lastPathComponent ?? "")
            let notice = Notice(tone: .bad, title: Words.say(.pluginFileBroken, ["file": file]))
            content = "\(notice)\(Self.problems(reason))"
            unused = []
        }
        return Page(
            title: Words[.pluginsWord],
            section: .admin,
            body: """
                \(PageHeading(Words[.pluginsWord], lead: "\(Words[.pluginsLead])"))\(AdminNav(current: "/admin/plugins"))\
                \(content)\(Self.more(unused))
                """
        )
    }

    private static var empty: HTML {
        EmptyState(title: Words[.pluginsNone], text: Words[.pluginsNoneText], icon: .plug).html
    }

    private func table(_ entries: [PluginManifest.Entry]) async throws -> Table {
        var rows: [[HTML]] = []
        for entry in entries {
            let state = try await state(entry)
            let news: HTML? = state?.lastSuccessAt.map { RelativeAge($0, now: site.now()).html }
            rows.append([
                TwoLines(title: entry.id, below: entry.type, href: "/admin/plugins/\(entry.id)").html,
                PluginText.purpose(of: entry.plugin),
                pill(entry).html,
                state.map { SourceHealthText($0.last?.health).pill.html } ?? "–",
                news ?? "–",
            ])
        }
        return Table(
            caption: Words[.pluginsWord],
            columns: [Phrase.pluginWord, .pluginFor, .listState, .pluginHealth, .lastNews].map {
                Table.Column(Words[$0])
            },
            rows: rows
        )
    }

    /// What is known of a source that runs; nil for everything else.
    func state(_ entry: PluginManifest.Entry) async throws -> SyncState? {
        guard let source = source(entry.id) else { return nil }
        return try await integrations.learning.syncState(of: source.id)
    }

    private func pill(_ entry: PluginManifest.Entry) -> Pill {
        switch (entry.isEnabled, board.isRunning(entry.id)) {
        case (true, true): Pill(Words[.pluginOn], tone: .ok, icon: .check)
        case (false, false): Pill(Words[.pluginOff], icon: .stop)
        case (true, false): Pill(Words[.pluginOnNext], tone: .warn, icon: .clock)
        case (false, true): Pill(Words[.pluginOffNext], tone: .warn, icon: .clock)
        }
    }

    /// What else this build can be connected to, with the lines to copy.
    private static func more(_ plugins: [any Plugin.Type]) -> PageSection? {
        guard !plugins.isEmpty else { return nil }
        let items = plugins.map { plugin -> HTML in
            """
            <details class="card"><summary><code>\(plugin.type)</code> \(PluginText.purpose(of: plugin))</summary>\
            <p class="hint">\(Words[.pluginMoreHint])</p>\
            <pre class="code" dir="ltr" tabindex="0"><code>\(PluginText.example(of: plugin))</code></pre>\
            \(PluginText.settings(of: plugin, config: nil))</details>
            """
        }
        return PageSection(
            id: "more",
            title: Words[.pluginMore],
            aside: nil,
            content: "<div class=\"stack\">\(items)</div>"
        )
    }

    func page(_ entry: PluginManifest.Entry, _ answer: HTML?, _ context: PortalContext) async throws -> Page {
        let lead: HTML = "\(pill(entry)) \(PluginText.purpose(of: entry.plugin))"
        let settings = Card(
            id: "settings",
            title: Words[.pluginSettings],
            hint: Words[.pluginSettingsHint],
            content: PluginText.settings(of: entry.plugin, config: entry.config)
        )
        return Page(
            title: entry.id,
            section: .admin,
            body: """
                \(PageHeading(entry.id, lead: lead))\(AdminNav(current: "/admin/plugins"))
                <div class="stack">\(answer)\(try await health(entry, context.formFields))\(try await calls(entry))\(settings)\
                \(switching(entry, context.formFields))</div>
                """
        )
    }

    /// The button, and the line that it changes.
    private func switching(_ entry: PluginManifest.Entry, _ formFields: HTML) -> Card? {
        let isOn = !entry.isEnabled
        let title = Words[isOn ? .pluginSwitchOn : .pluginSwitchOff]
        guard isOn || !isOnlySignIn(entry.id) else {
            return Card(id: "switch", title: title, content: "<p>\(Words[.pluginOnlySignIn])</p>")
        }
        guard let file = board.file, let backup = board.backup, let change = try? board.change(entry.id, on: isOn)
        else {
            return nil
        }
        let names: KeyValuePairs<String, Words.Value> = [
            "file": .text(file.lastPathComponent), "backup": .text(backup.lastPathComponent),
        ]
        return Card(
            id: "switch",
            title: title,
            hint: Words.say(.pluginSwitchHint, names),
            content: """
                <pre class="code" dir="ltr" tabindex="0"><del>- \(change.before)</del>
                <ins>+ \(change.after)</ins></pre>\
                <form method="post" action="/admin/plugins/\(entry.id)/switch">\(formFields)\
                <input type="hidden" name="on" value="\(isOn ? 1 : 0)">\
                \(Button(title, kind: isOn ? .plain : .danger, icon: isOn ? .check : .stop))</form>
                """
        )
    }
}
