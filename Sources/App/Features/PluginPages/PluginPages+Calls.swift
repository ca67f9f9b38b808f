import Core

extension PluginPages {
    /// The last calls, the newest first.
    func calls(_ entry: PluginManifest.Entry) async throws -> Card? {
        guard board.isRunning(entry.id) else { return nil }
        let calls = try await integrations.calls.calls(of: entry.id)
        let content: HTML =
            calls.isEmpty ? "<p class=\"soft\">\(Words[.callsNone])</p>" : Self.table(calls).html
        return Card(id: "calls", title: Words[.callsTitle], hint: Words[.callsHint], content: content)
    }

    private static func table(_ calls: [IntegrationCall]) -> Table {
        Table(
            caption: Words[.callsTitle],
            columns: [
                Table.Column(Words[.whenWord]), Table.Column(Words[.whatWord]), Table.Column(Words[.resultWord]),
                Table.Column(Words[.tookWord], isAtEnd: true),
            ],
            rows: calls.map { call in
                [
                    "<span class=\"small\">\(DateText(call.at, hasTime: true))</span>", what(call), result(call),
                    "<span class=\"num\">\(Words.say(.millisecondsShort, ["count": .count(call.milliseconds)]))</span>",
                ]
            }
        )
    }

    private static func what(_ call: IntegrationCall) -> HTML {
        switch call.what {
        case IntegrationCall.run: "\(Words[.callRun])"
        case IntegrationCall.letter: "\(Words[.callLetter])"
        case IntegrationCall.test: "\(Words[.testConnection])"
        default: "<code dir=\"ltr\">\(call.what)</code>"
        }
    }

    /// The icon says it, not the colour alone.
    private static func result(_ call: IntegrationCall) -> HTML {
        let icon = Icon(
            call.isFailure ? .cross : .check,
            label: Words[call.isFailure ? .resultFailed : .resultPassed]
        )
        return "<span class=\"row\">\(icon)<span lang=\"en\" dir=\"auto\">\(call.result)</span></span>"
    }
}
