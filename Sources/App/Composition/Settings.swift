import Configuration
import Core
import Foundation
import Logging
import OpenBadges
import SystemPackage

/// How this process was told to run: command line before environment (`LAUREL_…`) before `laurel.json`.
struct Settings: Sendable {
    var database: String
    var host: String
    var port: Int
    /// Without a slash at the end.
    var baseURL: String
    var organisation: String
    var plugins: URL
    /// The file that seals the signing keys.
    var masterKey: URL
    var logLevel: Logger.Level
    var certificate: TLSFiles?
    /// What strangers get whose browser asks for no language of ours.
    var language: Language
    /// The icon sheet that was made at set-up; need not be there.
    var icons: URL
    /// Symbols from which designers choose; may not be there.
    var symbols: URL
    /// The file with the company's look.
    var theme: URL?
    /// Addresses whose `X-Forwarded-For` is believed.
    var trustedProxies: Set<String>
    /// Where credentials say that their status is found.
    var credentialStatus: StatusMethod
    /// What badges from elsewhere may name besides public https addresses.
    var allowsPlainFetches: Bool
    var allowsLoopbackFetches: Bool

    struct TLSFiles: Sendable {
        var certificate: String
        var key: String
    }

    /// - Throws: ``SettingsError``, which says what to correct.
    static func read(_ flags: [String: String], in folder: URL) async throws -> Settings {
        let file = folder.appending(path: "laurel.json").path
        let reader: ConfigReader
        do {
            reader = ConfigReader(providers: [
                InMemoryProvider(
                    values: Dictionary(
                        uniqueKeysWithValues: flags.map { (.init([$0]), .init(.string($1), isSecret: false)) }
                    )
                ),
                EnvironmentVariablesProvider().prefixKeys(with: "laurel"),
                try await FileProvider<JSONSnapshot>(filePath: FilePath(file), allowMissing: true),
            ])
        } catch {
            throw SettingsError.unreadable(file: file, reason: "\(error)")
        }
        return try Settings(reader, folder)
    }

    var scheme: String { certificate == nil ? "http" : "https" }

    private init(_ reader: ConfigReader, _ folder: URL) throws(SettingsError) {
        host = reader.string(forKey: "host", default: "127.0.0.1")
        let port = try Self.port(
            reader.string(forKey: "port") ?? reader.int(forKey: "port").map(String.init) ?? "8080"
        )
        // Known before anything is built: the portal's own address is in every document.
        self.port = port == 0 ? FreePort.find(on: host) : port
        let data = reader.string(forKey: "data", default: "data")
        database = reader.string(forKey: "database", default: "sqlite:\(data)/laurel.sqlite")
        plugins = URL(filePath: reader.string(forKey: "plugins", default: "plugins.json"), relativeTo: folder)
        icons = URL(filePath: "\(data)/icons.svg", relativeTo: folder)
        symbols = URL(filePath: "\(data)/symbols.txt", relativeTo: folder)
        masterKey = URL(
            filePath: reader.string(forKey: "masterKeyFile", default: "\(data)/master.key"),
            relativeTo: folder
        )
        organisation = reader.string(forKey: "organisation", default: "Laurel")
        trustedProxies = Set(
            reader.string(forKey: "trustedProxies", default: "").split(separator: ",").map(\.trimmed)
        )
        language = try Self.language(reader.string(forKey: "language", default: "en"))
        theme = reader.string(forKey: "theme").map { URL(filePath: $0, relativeTo: folder) }
        allowsPlainFetches = reader.bool(forKey: "fetchHTTP", default: false)
        allowsLoopbackFetches = reader.bool(forKey: "fetchLoopback", default: false)
        certificate = try Self.tls(
            reader.string(forKey: "tlsCertificate"),
            reader.string(forKey: "tlsKey")
        )
        let scheme = certificate == nil ? "http" : "https"
        baseURL = try Self.baseURL(reader.string(forKey: "baseURL") ?? "\(scheme)://\(host):\(self.port)")
        credentialStatus = try Self.status(reader.string(forKey: "credentialStatus", default: "bitstring"))
        logLevel = try Self.level(reader.string(forKey: "logLevel", default: "info"))
    }

    private static func port(_ text: String) throws(SettingsError) -> Int {
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw .invalid("port", text, "a number from 0 to 65535")
        }
        return port
    }

    private static func tls(_ certificate: String?, _ key: String?) throws(SettingsError) -> TLSFiles? {
        switch (certificate, key) {
        case (nil, nil): nil
        case (let certificate?, let key?): TLSFiles(certificate: certificate, key: key)
        case (nil, _): throw .halfTLS(missing: "LAUREL_TLS_CERTIFICATE")
        case (_, nil): throw .halfTLS(missing: "LAUREL_TLS_KEY")
        }
    }

    private static func baseURL(_ text: String) throws(SettingsError) -> String {
        let plain = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let url = URL(string: plain), ["http", "https"].contains(url.scheme), url.host() != nil,
            url.query() == nil,
            url.fragment() == nil, url.user() == nil, url.path().isEmpty
        else { throw .invalid("base URL", text, "an address such as https://badges.acme.example, without a path") }
        return plain
    }

    private static func language(_ text: String) throws(SettingsError) -> Language {
        guard let language = Language(closestTo: text) else {
            throw .invalid("language", text, "one of \(Language.allCases.map(\.tag).joined(separator: ", "))")
        }
        return language
    }

    private static func status(_ text: String) throws(SettingsError) -> StatusMethod {
        guard let method = StatusMethod(rawValue: text) else {
            let known = StatusMethod.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("credential status", text, "one of \(known)")
        }
        return method
    }

    private static func level(_ text: String) throws(SettingsError) -> Logger.Level {
        guard let level = Logger.Level(rawValue: text.lowercased()) else {
            throw .invalid("log level", text, "one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return level
    }
}

/// A setting that cannot be used; ends the program with exit code 78.
enum SettingsError: Error, Equatable, CustomStringConvertible {
    case invalid(String, String, String)
    case unreadable(file: String, reason: String)
    case halfTLS(missing: String)
    case demoInPublic(host: String)

    var description: String {
        switch self {
        case .invalid(let name, let value, let wanted): "The \(name) is “\(value)”; write \(wanted)."
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        case .halfTLS(let missing): "TLS needs both, a certificate and its key: \(missing) is missing."
        case .demoInPublic(let host):
            """
            plugins.json switches on demo-identity, with which everybody can sign in as anybody.
            It works on 127.0.0.1 only, not on \(host). Switch it off, or listen on 127.0.0.1.
            """
        }
    }
}
