import Core
import Crypto
import CryptoExtras
import Foundation
import LinkedData

/// A key of an issuer, opened: it can sign.
package struct KeyPair: Sendable {
    private enum Kind: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// Makes a new key pair and seals its private half.
    static func make(
        _ algorithm: SigningKey.Algorithm,
        for issuer: Issuer.ID,
        under master: MasterKey,
        at date: Date
    ) throws -> SigningKey {
        let id = SigningKey.ID(UUID())
        let pair: KeyPair =
            switch algorithm {
            case .rsa2048: KeyPair(.rsa(try _RSA.Signing.PrivateKey(keySize: .bits2048)))
            case .ed25519: KeyPair(.ed25519(Curve25519.Signing.PrivateKey()))
            }
        return SigningKey(
            id: id,
            issuer: issuer,
            algorithm: algorithm,
            publicKey: pair.publicKey,
            sealedKey: try master.seal(pair.privateKey, for: id.rawValue),
            createdAt: date
        )
    }

    /// - Throws: ``KeyError/otherMasterKey``.
    init(_ key: SigningKey, under master: MasterKey) throws {
        let bytes = try master.open(key.sealedKey, for: key.id.rawValue)
        switch key.algorithm {
        case .rsa2048: kind = .rsa(try _RSA.Signing.PrivateKey(derRepresentation: bytes))
        case .ed25519: kind = .ed25519(try Curve25519.Signing.PrivateKey(rawRepresentation: bytes))
        }
    }

    private var publicKey: [UInt8] {
        switch kind {
        case .rsa(let key): Array(key.publicKey.derRepresentation)
        case .ed25519(let key): Array(key.publicKey.rawRepresentation)
        }
    }

    private var privateKey: [UInt8] {
        switch kind {
        case .rsa(let key): Array(key.derRepresentation)
        case .ed25519(let key): Array(key.rawRepresentation)
        }
    }

    /// RSA: PKCS #1 v1.5 over SHA-256 (RS256, RFC 7518 §3.3); Ed25519: RFC 8032.
    package func signature(of bytes: [UInt8]) throws -> [UInt8] {
        switch kind {
        case .rsa(let key):
            Array(try key.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation)
        case .ed25519(let key): Array(try key.signature(for: bytes))
        }
    }

    /// - Parameter verificationMethod: where others find the public key.
    /// - Throws: ``KeyError/cannotSign(_:)`` for an RSA key, which Data Integrity has no use for.
    func integritySigner(verificationMethod: Text) throws(KeyError) -> DataIntegritySigner {
        guard case .ed25519(let key) = kind else { throw .cannotSign("Data Integrity proofs need an Ed25519 key") }
        return DataIntegritySigner(
            contexts: KnownContexts.badges,
            key: key,
            verificationMethod: verificationMethod
        )
    }
}
