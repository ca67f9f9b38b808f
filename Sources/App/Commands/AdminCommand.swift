import ArgumentParser
import Storage
import Core
import Foundation

struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin",
        abstract: "What administrators do from a shell.",
        subcommands: [Grant.self, BreakGlass.self]
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

    struct BreakGlass: PortalCommand {
        static let configuration = CommandConfiguration(
            commandName: "break-glass",
            abstract: "Make a link that signs an administrator in once, for when no identity provider works."
        )

        @OptionGroup var common: CommonOptions

        @Argument(help: "The administrator's address; somebody new becomes administrator.")
        var email: String

        func work() async throws {
            guard let address = EmailAddress(email) else { throw PersonError.invalidEmail(email) }
            try await Workplace.open(common.flags, quiet: true) { workplace in
                let token = RandomToken.make()
                let now = Clock.now()
                let person = try await workplace.database.signIns.makeEmergencyLink(
                    TokenHash(of: token),
                    for: address,
                    until: now + EmergencyLink.lifetime,
                    at: now
                )
                Console.say("For \(person.name), once, within ten minutes:")
                Console.say("\(workplace.settings.baseURL)/break-glass/\(token)")
            }
        }
    }
}
