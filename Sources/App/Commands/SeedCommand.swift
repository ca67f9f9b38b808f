import ArgumentParser
import Core
import Foundation
import Storage

struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fill the database, to look around or to measure.",
        subcommands: [Demo.self, Load.self]
    )

    struct Demo: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish a few badges that the shipped learning records earn; does nothing where badges exist."
        )

        @OptionGroup var common: CommonOptions

        func work() async throws {
            try await Workplace.open(common.flags, quiet: true) { workplace in
                let count = try await DemoBadges(database: workplace.database, now: Clock.now).publish()
                Console.say(
                    count == 0 ? "There are badges already; nothing to do." : "\(count) demo badges are published."
                )
            }
        }
    }

    struct Load: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make up people, badges and awards in bulk, to measure with."
        )

        @OptionGroup var common: CommonOptions

        @Option(help: "How many people.")
        var people = 30_000

        @Option(help: "How many badges.")
        var badges = 200

        @Option(help: "How many awards.")
        var awards = 600_000

        func validate() throws {
            guard people > 0, badges > 0, awards >= 0, awards <= people * badges else {
                throw ValidationError(
                    "Give at least one person and one badge, and at most one award of each badge a person."
                )
            }
        }

        func work() async throws {
        }
    }
}
