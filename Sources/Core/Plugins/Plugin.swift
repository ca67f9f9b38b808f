package import Foundation

/// An integration that plugins.json can switch on.
///
/// One type of plugin, any number of entries: each entry has its own `id` and its own `config`.
package protocol Plugin: SendableMetatype {
    /// The `type` in plugins.json, lower case with hyphens.
    static var type: String { get }
    /// What it is for, in one sentence, for `laurel plugins list`.
    static var summary: String { get }
    /// What the `config` object may hold. Checked before ``make(_:_:)``, so that all mistakes are told at once.
    static var schema: ConfigSchema { get }

    /// The `config` object, after it kept to the ``schema``.
    associatedtype Configuration: Decodable

    /// Builds the integration.
    ///
    /// Must not do network traffic: a provider that is down must not stop the portal.
    /// - Throws: ``ConfigProblem`` for what the schema cannot say; the portal shows it with file, line and column.
    static func make(_ configuration: Configuration, _ context: PluginContext) throws(ConfigProblem) -> Contributions
}

/// What the portal lends to a plugin.
package struct PluginContext: Sendable {
    /// The `id` of the entry.
    package var id: String
    /// The folder that plugins.json is in; relative paths start here.
    package var directory: URL
    /// Where the portal is, without a slash at the end.
    package var baseURL: String
    /// The clock; fixed in tests.
    package var now: @Sendable () -> Date
    /// Makes the way out to one provider.
    package var http: @Sendable (SourceHTTPOptions) -> any SourceHTTP
    /// Makes the way out for an identity provider; `true` allows plain http to this machine.
    package var identityHTTP: @Sendable (_ allowsLoopback: Bool) -> any IdentityHTTP

    package init(
        id: String,
        directory: URL,
        baseURL: String = "http://127.0.0.1:8080",
        now: @escaping @Sendable () -> Date,
        identityHTTP: @escaping @Sendable (_ allowsLoopback: Bool) -> any IdentityHTTP = { _ in NoIdentityHTTP() },
        http: @escaping @Sendable (SourceHTTPOptions) -> any SourceHTTP
    ) {
        self.identityHTTP = identityHTTP
        self.id = id
        self.directory = directory
        self.baseURL = baseURL
        self.now = now
        self.http = http
    }
}

/// What a plugin gives to the portal; most give one thing.
package struct Contributions: Sendable {
    package var sources: [any BadgeSource]
    package var identityProviders: [any IdentityProvider]
    package var mailers: [any Mailer]
    package var directories: [any DirectorySync]
    /// Places to show a badge at, in the order in which they are offered.
    package var shareTargets: [ShareTarget]

    package init(
        sources: [any BadgeSource] = [],
        identityProviders: [any IdentityProvider] = [],
        directories: [any DirectorySync] = [],
        mailers: [any Mailer] = [],
        shareTargets: [ShareTarget] = []
    ) {
        self.shareTargets = shareTargets
        self.sources = sources
        self.identityProviders = identityProviders
        self.directories = directories
        self.mailers = mailers
    }

    package static func + (left: Self, right: Self) -> Self {
        Self(
            sources: left.sources + right.sources,
            identityProviders: left.identityProviders + right.identityProviders,
            directories: left.directories + right.directories,
            mailers: left.mailers + right.mailers,
            shareTargets: left.shareTargets + right.shareTargets
        )
    }
}

/// A mistake in a plugin's `config`.
package struct ConfigProblem: Error, Sendable, Equatable {
    /// Where, as a JSON pointer (RFC 6901) below `config`; "" is the whole object.
    package var pointer: String
    /// What is wrong; never the value of a secret.
    package var message: String
    package var hint: String?

    package init(_ pointer: String, _ message: String, hint: String? = nil) {
        self.pointer = pointer
        self.message = message
        self.hint = hint
    }
}
