import ArgumentParser
import Core
import Foundation
import Logging
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write the whole database to a file, while the portal runs; or check such a file.",
        subcommands: [Write.self, Verify.self],
        defaultSubcommand: Write.self
    )

    struct Write: PortalCommand {
        static let configuration = CommandConfiguration(abstract: "Write a backup; it is checked before it appears.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The file to write; an older one is replaced when the new one is complete.")
        var file: String

        func work() async throws {
            let settings = try await Workplace.configured {
                try await Settings.read(common.flags, in: .currentDirectory())
            }
            let database = try PortalDatabase.open(
                url: settings.database,
                isThere: true,
                logger: Logger(label: "laurel")
            )
            try Backup.write(database, to: file)
            try database.close()
            Console.say("\(file) holds the whole database.")
        }
    }

    struct Verify: PortalCommand {
        static let configuration = CommandConfiguration(abstract: "Read a backup from end to end and check it.")

        @Argument(help: "The file.")
        var file: String

        func work() async throws {
            try Backup.verify(file)
            Console.say("\(file) is whole.")
        }
    }
}

struct RestoreCommand: PortalCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Fill a database that is empty, or not there yet, from a backup."
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "The file that laurel backup wrote.")
    var file: String

    func work() async throws {
        let settings = try await Workplace.configured {
            try await Settings.read(common.flags, in: .currentDirectory())
        }
        try Backup.restore(file, to: settings.database)
        Console.say("The database is as it was when \(file) was written.")
    }
}
