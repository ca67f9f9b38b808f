import Core
import Foundation

/// What plugins.json puts together.
struct Composition: Sendable {
    /// One entry, whether it is enabled or not.
    struct Entry: Sendable, Equatable {
        var id: String
        var type: String
        var isEnabled: Bool
        /// Whether it carries letters.
        var sendsMail = false
        /// Where its keys are kept.
        var secrets: [Secret] = []
    }

    /// Of the enabled entries, in the order of the file.
    var contributions: Contributions
    var entries: [Entry]
    var warnings: [ManifestProblem]
    /// What the plugins call.
    let calls: CallLog

    /// The keys of an entry themselves, so that they can be looked for where none may be.
    func secrets(of id: String) throws(SecretError) -> [String] {
        var found: [String] = []
        for entry in entries where entry.id == id {
            for secret in entry.secrets { found.append(try secret.reveal()) }
        }
        return found
    }
}

/// Builds the enabled plugins in the order of the file.
///
/// - Parameter context: lent to every plugin, with the `id` of its entry.
/// - Throws: ``ManifestError`` with what every plugin says against its `config`.
func compose(_ manifest: PluginManifest, _ context: PluginContext) throws(ManifestError) -> Composition {
    let calls = CallLog(now: context.now)
    var contributions = Contributions()
    var problems: [ManifestProblem] = []
    var mailers: Set<String> = []
    for entry in manifest.entries where entry.isEnabled {
        do throws(ConfigProblem) {
            let made = try entry.plugin.open(entry.config, context.recorded(entry.id, calls))
            if !made.mailers.isEmpty { mailers.insert(entry.id) }
            contributions = contributions + made.recorded(entry.id, calls)
        } catch {
            problems.append(manifest.problem(error, in: entry))
        }
    }
    problems += manifest.unknownProviders(contributions)
    guard problems.isEmpty else { throw ManifestError(problems) }
    return Composition(
        contributions: contributions,
        entries: manifest.entries.map { entry in
            .init(
                id: entry.id,
                type: entry.type,
                isEnabled: entry.isEnabled,
                sendsMail: mailers.contains(entry.id),
                secrets: entry.config.secrets(.object(entry.plugin.schema))
            )
        },
        warnings: manifest.warnings,
        calls: calls
    )
}

extension PluginManifest {
    /// A directory that names no provider of ours would link nobody, and nobody would see why.
    fileprivate func unknownProviders(_ contributions: Contributions) -> [ManifestProblem] {
        let known = contributions.identityProviders.map(\.id)
        return contributions.directories.compactMap { sync in
            guard let provider = sync.directory.provider, !known.contains(provider),
                let entry = entries.first(where: { $0.id == sync.directory.id.rawValue })
            else { return nil }
            let message = "There is no identity provider with this id, or it is switched off."
            return problem(ConfigProblem("/provider", message), in: entry)
        }
    }

    fileprivate func problem(_ problem: ConfigProblem, in entry: Entry) -> ManifestProblem {
        ManifestProblem(
            file: file,
            position: entry.config.position(at: problem.pointer),
            pointer: entry.pointer + problem.pointer,
            message: problem.message,
            hint: problem.hint
        )
    }
}

extension Plugin {
    fileprivate static func open(
        _ config: PositionedJSON,
        _ context: PluginContext
    ) throws(ConfigProblem) -> Contributions {
        let configuration: Configuration
        do {
            configuration = try JSONDecoder().decode(Configuration.self, from: Data(config.plain.compact.utf8))
        } catch let error as DecodingError {
            throw ConfigProblem(error.pointer, "the plugin cannot read this value.", hint: error.reason)
        } catch {
            throw ConfigProblem("", "the plugin cannot read its config.")
        }
        return try make(configuration, context)
    }
}

extension DecodingError {
    private var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }

    fileprivate var reason: String? { context?.debugDescription }

    /// Where it happened, as a JSON pointer (RFC 6901).
    fileprivate var pointer: String {
        (context?.codingPath ?? []).map { key in
            "/"
                + (key.intValue.map(String.init)
                    ?? key.stringValue.replacing("~", with: "~0").replacing("/", with: "~1"))
        }
        .joined()
    }
}

extension Composition {
    /// Reads plugins.json and builds what it switches on.
    ///
    /// - Parameters:
    ///   - baseURL: where the portal is.
    ///   - http: makes the way out to one provider.
    ///   - identityHTTP: makes the way out for an identity provider.
    /// - Throws: ``ManifestError``, or ``SettingsError/unreadable(file:reason:)``.
    static func read(
        _ file: URL,
        baseURL: String,
        identityHTTP: @escaping @Sendable (Bool) -> any IdentityHTTP = { _ in NoIdentityHTTP() },
        http: @escaping @Sendable (SourceHTTPOptions) -> any SourceHTTP
    ) throws -> Composition {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: file))
        } catch {
            throw SettingsError.unreadable(file: file.path, reason: "it is not there, or this user may not read it")
        }
        return try read(bytes, of: file, baseURL: baseURL, identityHTTP: identityHTTP, http: http)
    }

    /// The same with a text that may come to stand in `file`.
    ///
    /// - Throws: ``ManifestError``.
    static func read(
        _ bytes: [UInt8],
        of file: URL,
        baseURL: String,
        identityHTTP: @escaping @Sendable (Bool) -> any IdentityHTTP,
        http: @escaping @Sendable (SourceHTTPOptions) -> any SourceHTTP
    ) throws(ManifestError) -> Composition {
        let manifest = try PluginManifest(bytes, file: file.lastPathComponent)
        let folder = file.deletingLastPathComponent()
        let context = PluginContext(
            id: "",
            directory: folder,
            baseURL: baseURL,
            now: Clock.now,
            identityHTTP: identityHTTP,
            http: http
        )
        return try compose(manifest, context)
    }
}
