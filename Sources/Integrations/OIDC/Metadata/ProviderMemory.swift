import Core
import Foundation

/// What a provider said about itself and its keys, kept for a while.
actor ProviderMemory {
    private static let lifetime: TimeInterval = 3_600
    /// New keys are asked for at most this often: whoever sends tokens with made-up keys makes no traffic.
    private static let freshness: TimeInterval = 60

    private let settings: OIDCSettings
    private let http: any IdentityHTTP
    private let now: @Sendable () -> Date
    private var metadata: (value: ProviderMetadata, at: Date)?
    private var keys: (value: KeySet, at: Date)?

    init(settings: OIDCSettings, http: any IdentityHTTP, now: @escaping @Sendable () -> Date) {
        self.settings = settings
        self.http = http
        self.now = now
    }

    func metadata() async throws(SignInRefusal) -> ProviderMetadata {
        if let metadata, isFresh(metadata.at, Self.lifetime) { return metadata.value }
        let base = settings.issuer.text
        let address = (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/.well-known/openid-configuration"
        let found = try ProviderMetadata(try await document(address), settings: settings)
        metadata = (found, now())
        return found
    }

    func keys() async throws(SignInRefusal) -> KeySet {
        if let keys, isFresh(keys.at, Self.lifetime) { return keys.value }
        return try await fetchKeys()
    }

    /// - Returns: nil when they were asked for a moment ago.
    func freshKeys() async throws(SignInRefusal) -> KeySet? {
        if let keys, isFresh(keys.at, Self.freshness) { return nil }
        return try await fetchKeys()
    }

    private func fetchKeys() async throws(SignInRefusal) -> KeySet {
        let found = KeySet(try await document(try await metadata().keysAddress), algorithm: settings.algorithm)
        keys = (found, now())
        return found
    }

    private func isFresh(_ date: Date, _ time: TimeInterval) -> Bool {
        let age = now().timeIntervalSince(date)
        return age >= 0 && age < time
    }

    private func document(_ address: String) async throws(SignInRefusal) -> Claims {
        let answer = try await http.answer(to: IdentityRequest(address))
        guard answer.status == 200, let document = Claims(answer.body) else {
            throw .unavailable("an answer with status \(answer.status) that is no document")
        }
        return document
    }
}
