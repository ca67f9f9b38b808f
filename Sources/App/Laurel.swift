import ArgumentParser

/// The program `laurel`.
@main struct Laurel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "laurel",
        abstract:
            "A badge portal for organisations: people earn badges for what they learned and take the proof along.",
        version: Version.current,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, SyncCommand.self, PluginsCommand.self, AdminCommand.self,
            SeedCommand.self, VerifyCommand.self, BakeCommand.self, UnbakeCommand.self, KeysCommand.self,
            DatabaseCommand.self, BackupCommand.self, RestoreCommand.self,
        ]
    )
}

enum Version {
    static let current = "0.1.0"
}
