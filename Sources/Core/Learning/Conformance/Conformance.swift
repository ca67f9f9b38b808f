/// Examines a ``BadgeSource``, capability by capability, by reading all of it twice.
package struct Conformance {
    /// A source that gives more pages goes round in circles.
    static let pageLimit = 10_000

    /// Keys of somebody whom the source knows; needed when it cannot be asked for changes.
    package var person: [PersonKey]?
    /// A file that it reads, when it takes files.
    package var file: [UInt8]?
    /// What must never be seen: the values of its keys.
    package var secrets: [String]

    private(set) var report = ConformanceReport()

    package init(person: [PersonKey]? = nil, file: [UInt8]? = nil, secrets: [String] = []) {
        self.person = person
        self.file = file
        self.secrets = secrets
    }

    /// - Parameter source: one that answers and holds at least one fact.
    package func examine(_ source: any BadgeSource) async -> ConformanceReport {
        var run = self
        await run.checkAnswers(source)
        if let source = source as? any CatalogueSource { await run.checkCatalogue(source) }
        if let source = source as? any ChangeFeedSource { await run.checkChanges(source) }
        if let source = source as? any PersonProgressSource { await run.checkPerson(source) }
        if let source = source as? any UploadSource { run.checkUpload(source) }
        if let source = source as? any PushSource { run.checkPush(source) }
        return run.report
    }

    private mutating func checkAnswers(_ source: any BadgeSource) async {
        let health = await source.check()
        note(.identity, !source.id.rawValue.isEmpty && !source.name.isEmpty)
        note(.answer, [.healthy, .degraded].contains(health.status), health.message)
        note(.message, !health.message.isEmpty)
        var dumped = ""
        dump(source, to: &dumped)
        checkSecrets(in: health.message, dumped, "\(source)", String(reflecting: source))
    }

    mutating func note(_ rule: ConformanceRule, _ holds: Bool, _ example: @autoclosure () -> String = "") {
        report.note(rule, holds, secrets.reduce(example()) { $0.replacing($1, with: "…") })
    }

    mutating func checkSecrets(in texts: String...) {
        for secret in secrets { note(.secrets, !texts.contains { $0.contains(secret) }) }
    }
}
