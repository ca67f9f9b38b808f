package import Core
package import Foundation
import Synchronization

/// The keys of all issuers: published ones, and the one of each kind that signs.
package final class Keyring: Sendable {
    private let store: any ProofStore
    private let master: MasterKey
    private let opened = Mutex<[SigningKey.ID: KeyPair]>([:])

    package init(store: any ProofStore, master: MasterKey) {
        self.store = store
        self.master = master
    }

    /// Makes what is missing: each issuer has one key of every kind in use.
    ///
    /// - Throws: ``KeyError/otherMasterKey`` when a key in use does not open.
    package func prepare(by actor: Actor, at date: Date) async throws {
        let stored = try await store.keyring()
        for issuer in stored.issuers {
            for algorithm in SigningKey.Algorithm.allCases {
                if let key = stored.inUse(algorithm, of: issuer.id) {
                    _ = try pair(key)
                } else {
                    let key = try KeyPair.make(algorithm, for: issuer.id, under: master, at: date)
                    _ = try await store.add(key, by: actor)
                }
            }
        }
    }

    /// Gives the issuer new keys; the old ones stay published, so what they signed stays valid.
    package func rotate(_ issuer: Issuer.ID, by actor: Actor, at date: Date) async throws {
        for algorithm in SigningKey.Algorithm.allCases {
            let key = try KeyPair.make(algorithm, for: issuer, under: master, at: date)
            try await store.replace(with: key, by: actor)
        }
    }

    package func stored() async throws -> StoredKeyring { try await store.keyring() }

    /// Opens a key; once, then it is remembered.
    package func pair(_ key: SigningKey) throws -> KeyPair {
        if let known = opened.withLock({ $0[key.id] }) { return known }
        let pair = try KeyPair(key, under: master)
        opened.withLock { $0[key.id] = pair }
        return pair
    }
}

extension StoredKeyring {
    /// The issuer's key that signs now.
    package func inUse(_ algorithm: SigningKey.Algorithm, of issuer: Issuer.ID) -> SigningKey? {
        keys.last { $0.issuer == issuer && $0.algorithm == algorithm && $0.retiredAt == nil }
    }

    package func keys(_ algorithm: SigningKey.Algorithm? = nil, of issuer: Issuer.ID) -> [SigningKey] {
        keys.filter { $0.issuer == issuer && (algorithm == nil || $0.algorithm == algorithm) }
    }
}
