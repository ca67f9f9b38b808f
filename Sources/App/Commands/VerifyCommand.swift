import ArgumentParser
import Core
import Foundation
import Logging
import OpenBadges
import Outbound

struct VerifyCommand: PortalCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a badge, wherever it comes from.",
        discussion: """
            The exit code is 0 when it is valid, 1 when it is not, and 2 when it could not be checked. No database is \
            needed; the badge's issuer, keys and lists are fetched from where it names them.
            """
    )

    @Argument(help: "A file (PNG, SVG, JSON, or a signed badge), a web address, or - for standard input.")
    var badge: String

    @Option(help: "An address that the badge should belong to; may be given several times.")
    var recipient: [String] = []

    @Flag(help: "Print the whole report as JSON.")
    var json = false

    func work() async throws {
        let settings = try await Workplace.configured { try await Settings.read([:], in: .currentDirectory()) }
        LogOutput.start(settings.logLevel, quiet: true)
        let outbound = OutboundClient(logger: Logger(label: "laurel"))
        let policy = FetchPolicy(
            allowsHTTP: settings.allowsPlainFetches,
            allowsLoopback: settings.allowsLoopbackFetches
        )
        let verifier = OpenBadgesVerifier(fetcher: outbound.fetcher(policy), now: Clock.now)
        let report: BadgeReport
        do {
            report = await verifier.examine(VerificationInput(try source(), recipients: recipient))
        } catch {
            try await outbound.shutDown()
            throw error
        }
        try await outbound.shutDown()
        if json {
            Console.say(String(decoding: try ReportDocument.json(report), as: UTF8.self))
        } else {
            Console.say(Self.text(report))
        }
        guard report.verdict == .valid else { throw ExitCode(report.verdict.exitCode) }
    }

    private func source() throws -> VerificationInput.Source {
        if badge.hasPrefix("https://") || badge.hasPrefix("http://") { return .link(badge) }
        guard badge == "-" else { return .file(try BadgeFile.read(badge)) }
        return .file(Array(try FileHandle.standardInput.read(upToCount: Baking.sizeLimit + 1) ?? Data()))
    }

    static func text(_ report: BadgeReport) -> String {
        var lines = [report.sentence]
        if let badge = report.badge {
            lines.append("\(badge.name.isEmpty ? "A badge" : badge.name) (\(badge.form.rawValue))")
        }
        for check in report.checks {
            lines.append("\(mark(check.outcome)) \(check.sentence)")
            lines += check.detail.split(separator: "\n").map { "       \($0)" }
        }
        return lines.map(Console.plain).joined(separator: "\n")
    }

    private static func mark(_ outcome: CheckResult.Outcome) -> String {
        switch outcome {
        case .passed: "  yes"
        case .failed: "  NO "
        case .unknown: "  ?  "
        case .notAsked: "  -  "
        }
    }
}
