import Core
import Crypto
import CryptoExtras
import Foundation

@testable import OIDC

/// A key pair of a provider.
struct Signer: Sendable {
    private enum Key: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
        case p521(P521.Signing.PrivateKey)
    }

    /// Making an RSA key takes long: all signers of a name share one.
    private static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
    private static let foreignRSA = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    let algorithm: SigningAlgorithm
    let id: String
    private let key: Key

    init(_ algorithm: SigningAlgorithm, id: String, isForeign: Bool = false) throws {
        self.algorithm = algorithm
        self.id = id
        key =
            switch algorithm {
            case .ES256: .p256(P256.Signing.PrivateKey())
            case .ES384: .p384(P384.Signing.PrivateKey())
            case .ES512: .p521(P521.Signing.PrivateKey())
            default: .rsa(try (isForeign ? Self.foreignRSA : Self.rsa).get())
            }
    }

    /// One whose key is too small.
    init(bits: Int, id: String) throws {
        algorithm = .RS256
        self.id = id
        key = .rsa(try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits)))
    }

    /// As it stands in the JWKS.
    var publicKey: HostileProvider.Fields {
        var fields: HostileProvider.Fields = ["kid": id, "use": "sig"]
        let point: [UInt8]
        switch key {
        case .rsa(let key):
            fields["kty"] = "RSA"
            do {
                let numbers = try key.publicKey.getKeyPrimitives()
                fields["n"] = numbers.modulus.base64URL
                fields["e"] = numbers.publicExponent.base64URL
            } catch {
                fields["kty"] = "broken"
            }
            return fields
        case .p256(let key): point = Array(key.publicKey.rawRepresentation)
        case .p384(let key): point = Array(key.publicKey.rawRepresentation)
        case .p521(let key): point = Array(key.publicKey.rawRepresentation)
        }
        fields["kty"] = "EC"
        fields["crv"] = algorithm.curve
        fields["x"] = point.prefix(point.count / 2).base64URL
        fields["y"] = point.suffix(point.count / 2).base64URL
        return fields
    }

    func sign(_ bytes: [UInt8]) throws -> [UInt8] {
        switch key {
        case .p256(let key): return Array(try key.signature(for: bytes).rawRepresentation)
        case .p384(let key): return Array(try key.signature(for: bytes).rawRepresentation)
        case .p521(let key): return Array(try key.signature(for: bytes).rawRepresentation)
        case .rsa(let key):
            let padding: _RSA.Signing.Padding = algorithm.isPSS ? .PSS : .insecurePKCS1v1_5
            return switch algorithm {
            case .RS384, .PS384:
                Array(try key.signature(for: SHA384.hash(data: bytes), padding: padding).rawRepresentation)
            case .RS512, .PS512:
                Array(try key.signature(for: SHA512.hash(data: bytes), padding: padding).rawRepresentation)
            default: Array(try key.signature(for: SHA256.hash(data: bytes), padding: padding).rawRepresentation)
            }
        }
    }
}
