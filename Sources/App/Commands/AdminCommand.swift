import ArgumentParser
import Storage
import Core
import Foundation

struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin",
        abstract: "What administrators do from a shell.",
        subcommands: [Grant.self]
    )

    struct Grant: PortalCommand {
        static let configuration = CommandConfiguration(abstract: "Give a role to the person with an e-mail address.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The person's address; if nobody has it yet, the role waits for whoever signs in with it.")
        var email: String

        @Argument(help: "designer or administrator.")
        var role: String

        func work() async throws {
            guard let address = EmailAddress(email) else { throw PersonError.invalidEmail(email) }
            guard let role = Role(rawValue: role) else { throw PersonError.unknownRole(role) }
            try await Workplace.open(common.flags, quiet: true) { workplace in
                let exists = try await workplace.database.people
                    .grant(role, to: address, by: .commandLine, at: Clock.now())
                Console.say(
                    exists
                        ? "\(address) is \(role.rawValue) now."
                        : "\(address) will be \(role.rawValue) at the first sign-in."
                )
            }
        }
    }
}
