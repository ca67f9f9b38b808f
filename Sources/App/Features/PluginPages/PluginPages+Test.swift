import Core
import Foundation

extension PluginPages {
    private static let patience = Duration.seconds(10)

    /// Where its server is, by its settings; nil for one that has none.
    func address(of entry: PluginManifest.Entry) -> URL? {
        for option in entry.plugin.schema.options {
            guard case .url = option.kind, let text = entry.config[option.name]?.string else { continue }
            return URL(string: text)
        }
        return nil
    }

    func canBeTested(_ entry: PluginManifest.Entry) -> Bool {
        guard source(entry.id) == nil else { return true }
        return board.isRunning(entry.id) && (mailer(entry.id) != nil || address(of: entry) != nil)
    }

    /// Mail goes through the first that sends any.
    private func mailer(_ id: String) -> (any Mailer)? {
        board.running.first(where: \.sendsMail)?.id == id ? mailer : nil
    }

    /// Goes the whole way to the server, step by step.
    ///
    /// - Returns: nil when there is nothing to go to.
    func test(_ entry: PluginManifest.Entry) async -> HTML? {
        if board.isRunning(entry.id), let mailer = mailer(entry.id) { return Self.answer(await mailer.test(), nil) }
        let source = source(entry.id)
        let address = board.isRunning(entry.id) ? address(of: entry) : nil
        guard source != nil || address != nil else { return nil }
        var steps: [ConnectionStep] = []
        if let address { steps = await probe(address) }
        guard let source else { return Self.answer(steps, nil) }
        guard steps.allSatisfy({ $0.problem == nil }) else {
            return Self.answer(
                steps + [ConnectionStep(.key, milliseconds: nil), ConnectionStep(.call, milliseconds: nil)],
                nil
            )
        }
        let start = ContinuousClock.now
        let health = await Self.health(of: source)
        let took = Int((ContinuousClock.now - start) / .milliseconds(1))
        return Self.answer(steps + Self.steps(health, took, hasKey: address != nil), health)
    }

    private static func steps(_ health: SourceHealth?, _ took: Int, hasKey: Bool) -> [ConnectionStep] {
        let isRefused = health?.status == .misconfigured
        let problem = health.map { $0.status == .healthy ? nil : $0.message } ?? "It did not answer in time."
        let call = ConnectionStep(.call, milliseconds: isRefused ? nil : took, problem: isRefused ? nil : problem)
        guard hasKey else { return [ConnectionStep(.call, milliseconds: took, problem: problem)] }
        return [ConnectionStep(.key, milliseconds: took, problem: isRefused ? problem : nil), call]
    }

    /// - Returns: nil when it did not answer in time.
    private static func health(of source: any BadgeSource) async -> SourceHealth? {
        await withTaskGroup(of: SourceHealth?.self) { group in
            group.addTask { await source.check() }
            group.addTask {
                do { try await Task.sleep(for: patience) } catch { return nil }
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private static func answer(_ steps: [ConnectionStep], _ health: SourceHealth?) -> HTML {
        let isWell = steps.allSatisfy { $0.problem == nil }
        let title = health.map { SourceHealthText($0).sentence } ?? Words[isWell ? .testReached : .testFailed]
        return """
            \(Notice(tone: isWell ? .ok : .bad, title: title, isAnswer: true))\
            \(Card(id: "test", title: Words[.testConnection], content: CheckRows(steps.map(\.row)).html))
            """
    }
}

extension ConnectionStep {
    fileprivate var row: CheckRow {
        let took = milliseconds.map { Words.say(.millisecondsShort, ["count": .count($0)]) }
        return CheckRow(
            result: problem != nil ? .failed : took == nil ? .open : .passed,
            title: Words[title],
            sentence: problem ?? took ?? Words[.stepNotTried],
            language: problem == nil ? nil : "en"
        )
    }

    private var title: Phrase {
        switch kind {
        case .address: .stepAddress
        case .connection: .stepConnection
        case .key: .stepKey
        case .call: .stepCall
        }
    }
}
