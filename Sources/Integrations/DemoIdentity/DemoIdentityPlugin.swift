package import Core

/// Switches on ``DemoIdentity``: `"type": "demo-identity"`.
package enum DemoIdentityPlugin: Plugin {
    package static let type = "demo-identity"
    package static let summary = "Five demo people to sign in as without a password; on this machine only."
    package static let schema = ConfigSchema(
        .optional("name", .string, "What stands on the sign-in button; “a demo person” when left out.")
    )

    package struct Configuration: Decodable {
        var name: String?
    }

    package static func make(
        _ configuration: Configuration,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let provider = DemoIdentity(id: ID(context.id), name: configuration.name ?? "a demo person")
        return Contributions(identityProviders: [provider])
    }
}
