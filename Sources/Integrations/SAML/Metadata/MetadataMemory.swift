import Core
import Foundation

/// What the provider said about itself, kept for a while.
actor MetadataMemory {
    private static let lifetime: TimeInterval = 3_600
    /// How long what is known serves while the provider's address does not answer.
    private static let patience: TimeInterval = 86_400
    /// Asked for again at most this often: whoever sends messages with made-up keys makes no traffic.
    private static let freshness: TimeInterval = 60

    private let settings: SAMLSettings
    private let http: any IdentityHTTP
    private let now: @Sendable () -> Date
    private var known: (value: ProviderMetadata, at: Date)?
    private var askedAt: Date?

    init(settings: SAMLSettings, http: any IdentityHTTP, now: @escaping @Sendable () -> Date) {
        self.settings = settings
        self.http = http
        self.now = now
    }

    func metadata() async throws(SignInRefusal) -> ProviderMetadata {
        switch settings.source {
        case .fixed(let metadata): return try valid(metadata)
        case .address(let address, let pinned):
            if let known, age(of: known.at) < Self.lifetime { return try valid(known.value) }
            do throws(SignInRefusal) {
                return try await fetch(address, pinned)
            } catch {
                guard let known, age(of: known.at) < Self.patience else { throw error }
                return try valid(known.value)
            }
        }
    }

    /// The provider may have begun to use a new key.
    ///
    /// - Returns: nil when there is nothing to ask, or it was asked a moment ago.
    func freshMetadata() async throws(SignInRefusal) -> ProviderMetadata? {
        guard case .address(let address, let pinned) = settings.source else { return nil }
        if let askedAt, age(of: askedAt) < Self.freshness { return nil }
        return try await fetch(address, pinned)
    }

    private func age(of date: Date) -> TimeInterval { abs(now().timeIntervalSince(date)) }

    private func valid(_ metadata: ProviderMetadata) throws(SignInRefusal) -> ProviderMetadata {
        guard metadata.validUntil.map({ now() < $0 }) ?? true else {
            throw .misconfigured("the provider's metadata was valid for a time that is over")
        }
        return metadata
    }

    private func fetch(_ address: String, _ pinned: Certificate?) async throws(SignInRefusal) -> ProviderMetadata {
        askedAt = now()
        let answer = try await http.answer(to: IdentityRequest(address))
        guard answer.status == 200 else { throw .unavailable("metadata: an answer with status \(answer.status)") }
        let found: ProviderMetadata
        do throws(ProviderMetadata.Problem) {
            found = try ProviderMetadata(answer.body, of: settings.provider, signedBy: pinned)
        } catch {
            throw .misconfigured("metadata that cannot be used: \(error.description)")
        }
        let value = try valid(found)
        known = (value, now())
        return value
    }
}
