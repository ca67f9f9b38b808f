import ArgumentParser
import Core
import Foundation
import Logging
import Outbound

extension PluginsCommand {
    struct Examine: PortalCommand {
        static let configuration = CommandConfiguration(
            commandName: "conformance",
            abstract: "Examine a badge source: does it do what the portal relies on?",
            discussion: """
                All of it is read twice, and nothing is stored; no database is needed. The exit code is 0 when no rule \
                is broken, and 1 when one is.
                """
        )

        @OptionGroup var common: CommonOptions

        @Argument(help: "The id of an enabled source in plugins.json.")
        var source: String

        @Option(help: "The address of somebody whom it knows; needed when it cannot say what changed.")
        var email: String?

        @Option(help: "A file that it reads, when it takes files.")
        var file: String?

        func work() async throws {
            let examination = try Conformance(person: person(), file: file.map(BadgeFile.read))
            let report = try await Workplace.composed(common.flags) { composition in
                let sources = composition.contributions.sources
                guard let chosen = sources.first(where: { $0.id.rawValue == source }) else {
                    throw SyncError.unknownSource(source, known: sources.map(\.id.rawValue))
                }
                var examination = examination
                examination.secrets = try composition.secrets(of: source)
                return await examination.examine(chosen)
            }
            Console.say(Self.text(report))
            guard report.broken.isEmpty else { throw ExitCode(CommandFailure.Code.failed.rawValue) }
        }

        private func person() throws -> [PersonKey]? {
            guard let email else { return nil }
            guard let key = PersonKey(.email, email) else { throw CommandFailure("“\(email)” is no mail address.") }
            return [key]
        }

        /// A line a rule, what broke it below, and the sum.
        static func text(_ report: ConformanceReport) -> String {
            var lines: [String] = []
            for answer in report.answers {
                lines.append("\(mark(answer)) \(answer.rule.rawValue)")
                lines += answer.examples.map { "       \($0)" }
                let rest = answer.faults - answer.examples.count
                if rest > 0, !answer.examples.isEmpty { lines.append("       and \(rest) more") }
            }
            let open = report.answers.count { $0.count == 0 }
            let kept = report.answers.count - open - report.broken.count
            lines.append("\(kept) rules kept, \(report.broken.count) broken, \(open) do not concern it.")
            return lines.map(Console.plain).joined(separator: "\n")
        }

        private static func mark(_ answer: ConformanceReport.Answer) -> String {
            answer.faults > 0 ? "  NO " : answer.count > 0 ? "  yes" : "  -  "
        }
    }
}
