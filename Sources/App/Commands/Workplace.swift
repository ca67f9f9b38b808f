import ArgumentParser
import Core
import Foundation
import Logging
import OpenBadges
import Outbound
import Storage

/// What every command may be told, whatever it does.
struct CommonOptions: ParsableArguments {
    @Option(help: "sqlite:PATH or postgresql://… (LAUREL_DATABASE).")
    var database: String?

    @Option(help: "The file that switches integrations on (LAUREL_PLUGINS).")
    var plugins: String?

    @Option(
        name: .customLong("log-level"),
        help: "trace, debug, info, notice, warning, error or critical (LAUREL_LOG_LEVEL)."
    )
    var logLevel: String?

    var flags: [String: String] {
        ["database": database, "plugins": plugins, "logLevel": logLevel].compactMapValues(\.self)
    }
}

/// What a command works with: settings, plugins, the migrated database.
struct Workplace {
    let settings: Settings
    let composition: Composition
    let database: PortalDatabase
    let keyring: Keyring
    let outbound: OutboundClient
    let theme: ThemeBox
    let assets: Assets
    let symbols: SymbolLibrary
    let logger: Logger

    /// Opens everything, runs `body`, and closes everything again, also after an error.
    static func open<Result>(
        _ flags: [String: String],
        quiet: Bool = false,
        _ body: (Workplace) async throws -> Result
    ) async throws -> Result {
        let settings = try await configured { try await Settings.read(flags, in: .currentDirectory()) }
        LogOutput.start(settings.logLevel, quiet: quiet)
        let logger = Logger(label: "laurel")
        let outbound = OutboundClient(logger: logger)
        do {
            let composition = try await configured { try compose(settings, outbound) }
            let database = try PortalDatabase.open(url: settings.database, logger: logger)
            _ = try await database.migrate(at: Clock.now())
            let master = try await configured { try MasterKey.load(settings.masterKey) }
            let theme = ThemeBox(try await configured { try settings.theme.map(ThemeFile.read) ?? .none })
            try await theme.refresh(from: database.settings)
            let workplace = Workplace(
                settings: settings,
                composition: composition,
                database: database,
                keyring: Keyring(store: database.proofs, master: master),
                outbound: outbound,
                theme: theme,
                assets: try await configured { Assets.builtIn.with(icons: try IconSheet.read(settings.icons)) },
                symbols: try await configured { try SymbolLibrary.read(settings.symbols) },
                logger: logger
            )
            try await workplace.nameIssuer()
            try await configured { try await workplace.keyring.prepare(by: .commandLine, at: Clock.now()) }
            let result = try await body(workplace)
            try database.close()
            try await outbound.shutDown()
            return result
        } catch {
            try await outbound.shutDown()
            throw error
        }
    }

    /// Ends the program with exit code 78 (EX_CONFIG) and a sentence when `body` finds the configuration wrong.
    static func configured<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as SettingsError {
            throw CommandFailure(error.description, code: .configuration)
        } catch let error as KeyError {
            throw CommandFailure(error.message, code: .configuration)
        } catch let error as ManifestError {
            throw CommandFailure(error.description, code: .configuration)
        }
    }

    /// What plugins.json puts together, without a database, for the time of `body`.
    static func composed<Result>(
        _ flags: [String: String],
        _ body: (Composition) async throws -> Result
    ) async throws -> Result {
        let settings = try await configured { try await Settings.read(flags, in: .currentDirectory()) }
        LogOutput.start(settings.logLevel, quiet: true)
        let outbound = OutboundClient(logger: Logger(label: "laurel"))
        do {
            let result = try await body(try await configured { try compose(settings, outbound) })
            try await outbound.shutDown()
            return result
        } catch {
            try await outbound.shutDown()
            throw error
        }
    }

    private static func compose(_ settings: Settings, _ outbound: OutboundClient) throws -> Composition {
        let composition = try Composition.read(
            settings.plugins,
            baseURL: settings.baseURL,
            identityHTTP: { outbound.identity(allowsLoopback: $0) },
            http: { outbound.provider($0) }
        )
        let isDemo = composition.contributions.identityProviders.contains { $0 is any PickAPerson }
        guard !isDemo || Loopback.isOne(settings.host) else { throw SettingsError.demoInPublic(host: settings.host) }
        return composition
    }

    /// A portal without an issuer gets the organisation as its first.
    private func nameIssuer() async throws {
        guard try await database.badges.issuers().isEmpty else { return }
        let issuer = Issuer(id: ID(UUID()), name: settings.organisation, url: URL(string: settings.baseURL))
        try await database.badges.save(issuer, by: .commandLine, at: Clock.now())
    }

    private var board: PluginBoard {
        PluginBoard(file: settings.plugins, running: composition.entries) { [settings, outbound] bytes in
            _ = try Composition.read(
                bytes,
                of: settings.plugins,
                baseURL: settings.baseURL,
                identityHTTP: { outbound.identity(allowsLoopback: $0) },
                http: { outbound.provider($0) }
            )
        }
    }

    func portal() -> Portal {
        let fetcher = outbound.fetcher(
            FetchPolicy(
                allowsHTTP: settings.allowsPlainFetches,
                allowsLoopback: settings.allowsLoopbackFetches,
                own: settings.baseURL
            )
        )
        return Portal(
            site: Site(
                baseURL: settings.baseURL,
                organisation: settings.organisation,
                assets: assets,
                now: Clock.now,
                trustedProxies: settings.trustedProxies,
                language: settings.language,
                theme: theme,
                symbols: symbols
            ),
            database: database,
            contributions: composition.contributions,
            keyring: keyring,
            credentialStatus: settings.credentialStatus,
            verifier: OpenBadgesVerifier(fetcher: fetcher, now: Clock.now),
            fetcher: fetcher,
            messages: [MessageLog(logger: logger)],
            plugins: board,
            calls: composition.calls,
            probe: { [outbound] url in await outbound.probe(url) },
            logger: logger
        )
    }
}

enum Clock {
    static let now: @Sendable () -> Date = { Date() }
}

/// Names and addresses that only this machine reaches.
enum Loopback {
    static func isOne(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.") && host.split(separator: ".").count == 4
    }
}
