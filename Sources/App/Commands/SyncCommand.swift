import ArgumentParser
import Storage
import Core
import Foundation

struct SyncCommand: PortalCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Read what learning systems know, and give the awards that follow."
    )

    /// Another process gives its lease back within this time, or its lease runs out.
    private static let patience = 90
    private static let pause = Duration.seconds(1)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The id of one source in plugins.json; all sources without it.")
    var source: String?

    func work() async throws {
        try await Workplace.open(common.flags, quiet: true) { workplace in
            let portal = workplace.portal()
            var failures = 0
            for source in try chosen(from: portal.sources) {
                failures += try await run(source, portal) ? 0 : 1
            }
            if failures > 0 { throw CommandFailure("\(failures) of the sources did not answer as they should.") }
        }
    }

    private func chosen(from sources: [any BadgeSource]) throws -> [any BadgeSource] {
        guard let source else { return sources }
        let chosen = sources.filter { $0.id.rawValue == source }
        guard !chosen.isEmpty else { throw SyncError.unknownSource(source, known: sources.map(\.id.rawValue)) }
        return chosen
    }

    /// - Returns: whether the source is healthy.
    private func run(_ source: any BadgeSource, _ portal: Portal) async throws -> Bool {
        let line = ProgressLine(source.id.rawValue)
        let outcome = try await whenFree(line) {
            try await portal.sync.run(source) { step in
                line.show("\(step.activities) activities, \(step.facts) new facts, \(step.awards) awards")
            }
        }
        line.end()
        for problem in outcome.problems { Console.say("  \(problem.record): \(problem.reason)") }
        if outcome.problemCount > outcome.problems.count {
            Console.say(
                "  and \(outcome.problemCount - outcome.problems.count) more records that could not be understood"
            )
        }
        guard outcome.health.status != .healthy else { return true }
        Console.say("  \(outcome.health.message)")
        return false
    }

    private func whenFree<Result>(_ line: ProgressLine, _ body: () async throws -> Result) async throws -> Result {
        for _ in 0..<Self.patience {
            do {
                return try await body()
            } catch SyncError.running {
                line.show("waits for another process that synchronises it")
                try await Task.sleep(for: Self.pause)
            }
        }
        throw SyncError.running
    }
}
