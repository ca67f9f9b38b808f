import Core
import CryptoExtras
import Foundation

/// A key as others see it.
struct PublicKey {
    let key: SigningKey
    let places: Places

    /// A JSON Web Key (RFC 7517, RFC 8037); its id is the key's address.
    func jwk() throws -> JSON {
        switch key.algorithm {
        case .rsa2048:
            let numbers = try _RSA.Signing.PublicKey(derRepresentation: key.publicKey).getKeyPrimitives()
            return .object([
                "kty": "RSA", "kid": .text(places.key(key.id)), "use": "sig", "alg": "RS256",
                "n": .text(Base64URL.text(numbers.modulus)), "e": .text(Base64URL.text(numbers.publicExponent)),
            ])
        case .ed25519:
            return .object([
                "kty": "OKP", "kid": .text(places.key(key.id)), "use": "sig", "alg": "EdDSA", "crv": "Ed25519",
                "x": .text(Base64URL.text(key.publicKey)),
            ])
        }
    }

    /// PEM (RFC 7468) of the SubjectPublicKeyInfo.
    func pem() throws -> String {
        switch key.algorithm {
        case .rsa2048: return try _RSA.Signing.PublicKey(derRepresentation: key.publicKey).pemRepresentation
        case .ed25519:
            // RFC 8410 §4: the algorithm identifier of Ed25519, then the key as a bit string.
            let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
            return "-----BEGIN PUBLIC KEY-----\n\(Data(prefix + key.publicKey).base64EncodedString())\n"
                + "-----END PUBLIC KEY-----"
        }
    }

    /// An entry of a DID document: a JWK for signatures, a Multikey (multicodec `ed01`) for Data Integrity.
    func verificationMethod(_ id: String, of controller: String) throws -> JSON {
        switch key.algorithm {
        case .rsa2048:
            return .object([
                "id": .text(id), "type": "JsonWebKey", "controller": .text(controller), "publicKeyJwk": try jwk(),
            ])
        case .ed25519:
            return .object([
                "id": .text(id), "type": "Multikey", "controller": .text(controller),
                "publicKeyMultibase": .text("z" + Base58.text([0xED, 0x01] + key.publicKey)),
            ])
        }
    }

    /// The *CryptographicKey* of Open Badges 2.0.
    func cryptographicKey() throws -> JSON {
        .object([
            "@context": .text(V2.context), "type": "CryptographicKey", "id": .text(places.v2Key(key.id)),
            "owner": .text(places.v2Issuer(key.issuer)), "publicKeyPem": .text(try pem()),
        ])
    }

    /// What the `kid` of a token or the verification method of a proof leads to.
    func verificationKey() throws -> JSON {
        switch key.algorithm {
        case .rsa2048: try jwk()
        case .ed25519:
            JSON.object(["@context": "https://w3id.org/security/multikey/v1"])
                .adding(members: try verificationMethod(places.key(key.id), of: places.did(of: key.issuer)))
        }
    }
}
