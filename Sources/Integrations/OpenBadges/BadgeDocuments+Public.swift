package import Core
import Foundation

/// Documents that are about no single award.
extension BadgeDocuments {
    /// - Parameter id: nil for the first issuer.
    /// - Throws: ``DocumentError/notFound``, here and below.
    package func profile(_ id: Issuer.ID?) async throws -> JSON {
        let cast = try await cast()
        let issuer = try cast.issuer(id)
        return cast.v2.profile(issuer, keys: cast.keys.keys(.rsa2048, of: issuer.id))
    }

    package func issuer(_ id: Issuer.ID?) async throws -> JSON {
        let cast = try await cast()
        return cast.v3.issuer(try cast.issuer(id))
    }

    package func didDocument(_ id: Issuer.ID?) async throws -> JSON {
        let cast = try await cast()
        let issuer = try cast.issuer(id)
        return try cast.v3.didDocument(of: issuer.id, keys: cast.keys.keys(of: issuer.id))
    }

    package func keySet() async throws -> JSON {
        let cast = try await cast()
        return ["keys": .array(try cast.keys.keys.map { try PublicKey(key: $0, places: cast.places).jwk() })]
    }

    package func cryptographicKey(_ id: SigningKey.ID) async throws -> JSON {
        let (key, cast) = try await key(id)
        return try PublicKey(key: key, places: cast.places).cryptographicKey()
    }

    package func verificationKey(_ id: SigningKey.ID) async throws -> JSON {
        let (key, cast) = try await key(id)
        return try PublicKey(key: key, places: cast.places).verificationKey()
    }

    private func key(_ id: SigningKey.ID) async throws -> (SigningKey, Cast) {
        let cast = try await cast()
        guard let key = cast.keys.keys.first(where: { $0.id == id }) else { throw DocumentError.notFound }
        return (key, cast)
    }

    package func badgeClass(_ edition: BadgeEdition) async throws -> JSON {
        try await cast().v2.badgeClass(edition)
    }

    package func achievement(_ edition: BadgeEdition) async throws -> JSON {
        try await cast().v3.achievement(edition)
    }

    package func revocationList(_ id: Issuer.ID?) async throws -> JSON {
        let cast = try await cast()
        let issuer = try cast.issuer(id)
        return cast.v2.revocationList(of: issuer.id, try await proofs.revocations(of: issuer.id))
    }

    /// The list of *1EdTechRevocationList*.
    package func credentialRevocations(_ id: Issuer.ID?) async throws -> JSON {
        let cast = try await cast()
        let issuer = try cast.issuer(id)
        return cast.v3.revocationList(of: issuer.id, try await proofs.revocations(of: issuer.id))
    }
}

extension BadgeDocuments.Cast {
    /// - Throws: ``DocumentError/notFound``.
    func issuer(_ id: Issuer.ID?) throws(DocumentError) -> Issuer {
        guard let issuer = id == nil ? keys.issuers.first : keys.issuers.first(where: { $0.id == id }) else {
            throw .notFound
        }
        return issuer
    }
}

package enum DocumentError: PortalError {
    case notFound

    package var kind: ErrorKind { .notFound }
    package var message: String { "There is nothing at this address." }
}
