import Core
import Foundation

extension PluginPages {
    /// How it is, and was in the last 24 hours.
    func health(_ entry: PluginManifest.Entry, _ formFields: HTML) async throws -> Card {
        let standing = try await integrations.all().first { $0.id == entry.id && $0.state != .off }
        let strip: HTML? = standing.map { standing in
            """
            <figure class="state"><figcaption class="small soft">\(Words[.lastDay])</figcaption>\(standing.strip)\
            <p class="small soft">\(standing.strip.label)</p></figure>
            """
        }
        let body: HTML =
            if let state = try await state(entry) {
                source(state)
            } else if let standing {
                "<p>\(standing.pill) \(standing.state == .waiting ? Words[.pluginNoHealth] : "")</p>\(standing.details)"
            } else {
                "<p>\(Words[.pluginNoHealth])</p>"
            }
        return Card(
            id: "health",
            title: Words[.pluginHealth],
            content: """
                <div class="stack"><div>\(body)</div>\(strip)<div class="row">\(buttons(entry, formFields))</div></div>
                """
        )
    }

    private func source(_ state: SyncState) -> HTML {
        let text = SourceHealthText(state.last?.health)
        let now = site.now()
        func age(_ date: Date?) -> HTML { date.map { RelativeAge($0, now: now).html } ?? "\(Words[.neverWord])" }
        var facts = [
            FactsList.Fact(Words[.pluginLastRun], age(state.last?.finishedAt)),
            FactsList.Fact(Words[.pluginLastSuccess], age(state.lastSuccessAt)),
            FactsList.Fact(Words[.pluginActivities], "\(Words.current.number(state.last?.activities ?? 0))"),
            FactsList.Fact(Words[.recordsWord], "\(Words.current.number(state.last?.facts ?? 0))"),
        ]
        if let last = state.last {
            let next = DateText(last.finishedAt + Portal.syncSeconds, hasTime: true).html
            facts.insert(FactsList.Fact(Words[.nextRun], Words.html(.atTheLatest, ["moment": next])), at: 2)
        }
        return "<p>\(text.pill) \(text.sentence)</p>\(text.details)\(problems(state))\(FactsList(facts))"
    }

    /// The records that could not be understood, on demand; the reasons are the learning system's and the parser's.
    private func problems(_ state: SyncState) -> HTML? {
        guard let last = state.last, last.problemCount > 0 else { return nil }
        let items = last.problems.map { problem -> HTML in
            "<li><code>\(problem.record)</code> <span lang=\"en\" dir=\"auto\">\(problem.reason)</span></li>"
        }
        let summary = Words.say(.recordsNotUnderstood, ["count": .count(last.problemCount)])
        return "<details><summary>\(summary)</summary><ul>\(items)</ul></details>"
    }

    private func buttons(_ entry: PluginManifest.Entry, _ formFields: HTML) -> HTML {
        let isSource = source(entry.id) != nil
        let check: HTML? =
            canBeTested(entry)
            ? """
            <form method="post" action="/admin/plugins/\(entry.id)/check">\(formFields)\
            \(Button(Words[.testConnection], icon: .shieldCheck))</form>
            """ : nil
        let sync: HTML? =
            isSource
            ? """
            <form method="post" action="/admin/sources/\(entry.id)/sync">\(formFields)\
            \(Button(Words[.syncNow], icon: .refresh))</form>
            """ : nil
        return "\(check)\(sync)"
    }
}
