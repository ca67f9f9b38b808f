import ArgumentParser
import Core
import Foundation
import OpenBadges

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "The keys that sign badges.",
        subcommands: [List.self, Rotate.self]
    )

    struct List: PortalCommand {
        static let configuration = CommandConfiguration(abstract: "List all keys, old ones too.")

        @OptionGroup var common: CommonOptions

        func work() async throws {
            try await Workplace.open(common.flags, quiet: true) { workplace in
                let stored = try await workplace.keyring.stored()
                for issuer in stored.issuers {
                    Console.say(issuer.name)
                    for key in stored.keys(of: issuer.id) {
                        let since = key.createdAt.formatted(.iso8601)
                        let state = key.retiredAt.map { "retired \($0.formatted(.iso8601))" } ?? "in use"
                        Console.say("  \(key.id)  \(key.algorithm.rawValue)  since \(since), \(state)")
                    }
                }
            }
        }
    }

    struct Rotate: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make new keys; what the old ones signed stays valid."
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "Only this issuer, by its id; otherwise all.")
        var issuer: String?

        func work() async throws {
            try await Workplace.open(common.flags, quiet: true) { workplace in
                let issuers = try await workplace.keyring.stored().issuers
                    .filter { issuer == nil || $0.id.rawValue == issuer }
                guard !issuers.isEmpty else { throw CommandFailure("There is no issuer “\(issuer ?? "")”.") }
                for issuer in issuers {
                    try await workplace.keyring.rotate(issuer.id, by: .commandLine, at: Clock.now())
                    Console.say("\(issuer.name) signs with new keys now.")
                }
            }
        }
    }
}
