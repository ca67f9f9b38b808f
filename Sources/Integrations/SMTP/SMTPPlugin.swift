package import Core
import Foundation

/// Switches on ``SMTPMailer``: `"type": "smtp"`.
package enum SMTPPlugin: Plugin {
    package static let type = "smtp"
    package static let summary = "Sends mail through your own mail server."
    package static let schema = ConfigSchema(
        .required("host", .string, "The mail server, such as smtp.acme.example."),
        .required("from", .string, "The address that mails come from, such as badges@acme.example."),
        .optional("port", .integer(1...65_535), "Its port; 587, or 465 with tls, when left out."),
        .optional(
            "security",
            .choice(["starttls", "tls", "none"]),
            "starttls when left out; none only for a server on this machine."
        ),
        .optional("name", .string, "Who mails come from, in words; the organisation when left out."),
        .optional("username", .string, "The account; without it the server is used without one."),
        .optional("password", .secret, "The password of the account."),
        .optional(
            "certificate",
            .path,
            "A PEM file with the authority that vouches for the server, if it is your own."
        ),
        .optional("timeoutSeconds", .integer(1...300), "How long one mail may take; 30 when left out.")
    )

    package struct Configuration: Decodable {
        var host: String
        var from: String
        var port: Int?
        var security: String?
        var name: String?
        var username: String?
        var password: Secret?
        var certificate: String?
        var timeoutSeconds: Int?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let security = SMTPServer.Security(rawValue: configuration.security ?? "starttls") ?? .starttls
        guard isHost(configuration.host) else {
            throw ConfigProblem("/host", "This is no name of a server.", hint: "smtp.acme.example")
        }
        guard security != .none || LoopbackHost.isOne(configuration.host) else {
            throw ConfigProblem("/security", "Passwords and names would travel in the clear.", hint: "starttls")
        }
        guard let from = EmailAddress(configuration.from), Mailbox.isPlain(from) else {
            throw ConfigProblem("/from", "This is no address that mail can come from.", hint: "badges@acme.example")
        }
        guard (configuration.username == nil) == (configuration.password == nil) else {
            throw ConfigProblem("/username", "An account needs both username and password.")
        }
        let server = SMTPServer(
            host: configuration.host,
            port: configuration.port ?? (security == .tls ? 465 : 587),
            security: security,
            username: configuration.username,
            password: configuration.password,
            certificate: configuration.certificate.map { context.directory.appending(path: $0).path },
            timeout: configuration.timeoutSeconds ?? 30
        )
        return Contributions(mailers: [SMTPMailer(server: server, from: from, name: configuration.name)])
    }

    /// Letters, digits, dots and hyphens, or an IP address: nothing that means something in a URL.
    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                    || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
    }
}
