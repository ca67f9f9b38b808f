import ArgumentParser
import Foundation
import Logging
import Storage

struct MigrateCommand: PortalCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database to this version's schema; serve does it by itself."
    )

    @OptionGroup var common: CommonOptions

    func work() async throws {
        let settings = try await Workplace.configured {
            try await Settings.read(common.flags, in: .currentDirectory())
        }
        let database = try PortalDatabase.open(url: settings.database, logger: Logger(label: "laurel"))
        let change = try await database.migrate(at: Clock.now())
        try database.close()
        Console.say(
            change.from == change.to
                ? "The database has schema \(change.to) already."
                : "The database has schema \(change.to) now; it had \(change.from)."
        )
    }
}
