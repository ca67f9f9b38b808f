package import Foundation

/// A key pair of an issuer; its private half is sealed and never leaves the OpenBadges module in the clear.
package struct SigningKey: Sendable, Equatable {
    package typealias ID = Core.ID<SigningKey>

    package enum Algorithm: String, Sendable, CaseIterable {
        /// For JSON Web Signatures (RS256), which Open Badges 2.0 and 3.0 share.
        case rsa2048 = "RSA-2048"
        /// For Data Integrity proofs.
        case ed25519 = "Ed25519"
    }

    /// A UUID; the end of the key's address.
    package let id: ID
    package let issuer: Issuer.ID
    package let algorithm: Algorithm
    /// RSA: SubjectPublicKeyInfo in DER (RFC 5280 §4.1); Ed25519: the 32 bytes of RFC 8032 §5.1.5.
    package let publicKey: [UInt8]
    /// The private key, encrypted under the portal's master key.
    package let sealedKey: [UInt8]
    package let createdAt: Date
    /// Since when it signs nothing new; what it signed stays valid, and it stays published.
    package var retiredAt: Date?

    package init(
        id: ID,
        issuer: Issuer.ID,
        algorithm: Algorithm,
        publicKey: [UInt8],
        sealedKey: [UInt8],
        createdAt: Date,
        retiredAt: Date? = nil
    ) {
        self.id = id
        self.issuer = issuer
        self.algorithm = algorithm
        self.publicKey = publicKey
        self.sealedKey = sealedKey
        self.createdAt = createdAt
        self.retiredAt = retiredAt
    }
}
