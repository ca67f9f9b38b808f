import ArgumentParser
import Core
import Foundation
import Logging
import Storage

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "Move the portal from one database to another.",
        subcommands: [Copy.self]
    )

    struct Copy: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy everything to an empty database, of the other kind or the same, and compare the two.",
            discussion: """
                Stop the portal first: what is written during the copy stays behind. All is copied or, after an \
                error, nothing. Example: laurel database copy sqlite:data/laurel.sqlite postgresql:///laurel
                """
        )

        @Argument(help: "sqlite:PATH or postgresql://…")
        var from: String

        @Argument(help: "sqlite:PATH or postgresql://…, empty or not there yet.")
        var to: String

        func work() async throws {
            let logger = Logger(label: "laurel")
            guard from != to else { throw CommandFailure("The two databases are the same one.") }
            let source = try PortalDatabase.open(url: from, isThere: true, logger: logger)
            let target = try PortalDatabase.open(url: to, logger: logger)
            _ = try await target.migrate(at: Clock.now())
            let line = ProgressLine("Copying")
            let tables = try DatabaseCopy(from: source, to: target).run { line.show("\($0), \($1) rows") }
            line.end()
            try source.close()
            try target.close()
            let rows = tables.reduce(0) { $0 + $1.rows }
            Console.say("\(rows) rows in \(tables.count) tables were copied and are the same in both databases.")
        }
    }
}
