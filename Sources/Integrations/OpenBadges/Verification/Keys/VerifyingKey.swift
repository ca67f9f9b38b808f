import Core
import Crypto
import CryptoExtras
import Foundation
import LinkedData

/// Somebody else's key, to check their signatures with.
enum VerifyingKey: Hashable {
    case rsa(modulus: [UInt8], exponent: [UInt8])
    case curve(LinkedData.PublicKey)

    /// A JSON Web Key (RFC 7517); nil if it is none of ours, or holds a private or a shared key.
    init?(jwk: Node) {
        guard jwk["kty"] == "RSA" else {
            guard let key = LinkedData.PublicKey(jwk: jwk) else { return nil }
            self = .curve(key)
            return
        }
        guard jwk["d"] == nil, jwk["use"].map({ $0 == "sig" }) ?? true,
            let modulus = jwk.string("n").flatMap(Base64URL.bytes),
            let exponent = jwk.string("e").flatMap(Base64URL.bytes)
        else { return nil }
        self = .rsa(modulus: Array(modulus.drop { $0 == 0 }), exponent: Array(exponent.drop { $0 == 0 }))
    }

    /// PEM of a SubjectPublicKeyInfo, or PKCS #1 for RSA.
    init?(pem: String) {
        if let key = try? _RSA.Signing.PublicKey(pemRepresentation: pem), let numbers = try? key.getKeyPrimitives() {
            self = .rsa(
                modulus: Array(numbers.modulus.drop { $0 == 0 }),
                exponent: Array(numbers.publicExponent.drop { $0 == 0 })
            )
        } else if let key = try? P256.Signing.PublicKey(pemRepresentation: pem) {
            self = .curve(.p256(Array(key.compressedRepresentation)))
        } else if let key = try? P384.Signing.PublicKey(pemRepresentation: pem) {
            self = .curve(.p384(Array(key.compressedRepresentation)))
        } else if let key = Self.ed25519(pem: pem) {
            self = .curve(.ed25519(key))
        } else {
            return nil
        }
    }

    /// A SubjectPublicKeyInfo of Ed25519 is always the same twelve bytes, and the key (RFC 8410 §4).
    private static func ed25519(pem: String) -> [UInt8]? {
        let lines = pem.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
        guard lines.first == "-----BEGIN PUBLIC KEY-----", lines.last == "-----END PUBLIC KEY-----",
            let bytes = Data(base64Encoded: lines.dropFirst().dropLast().joined()), bytes.count == 44,
            bytes.starts(with: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])
        else { return nil }
        return Array(bytes.dropFirst(12))
    }

    /// The key of a verification method, in whatever form it stands there.
    init?(method: Node) {
        if let jwk = method["publicKeyJwk"] {
            self.init(jwk: jwk)
        } else if let multikey = method["publicKeyMultibase"]?.text {
            guard let key = LinkedData.PublicKey(multikey: multikey) else { return nil }
            self = .curve(key)
        } else if let pem = method.string("publicKeyPem") {
            self.init(pem: pem)
        } else if method["kty"] != nil {
            self.init(jwk: method)
        } else {
            return nil
        }
    }

    /// The algorithms that a key of this kind is used with: the key decides, never the header of a token.
    private var algorithms: Set<String> {
        switch self {
        case .rsa: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"]
        case .curve(.ed25519): ["EdDSA", "Ed25519"]
        case .curve(.p256): ["ES256"]
        case .curve(.p384): ["ES384"]
        }
    }

    func fits(_ algorithm: String) -> Bool { algorithms.contains(algorithm) }

    static let knownAlgorithms: Set<String> = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA", "Ed25519", "ES256", "ES384",
    ]

    /// Without a signature, or with one that whoever checks it could have made, nothing is proven.
    static func mayProveSomething(_ algorithm: String) -> Bool {
        !algorithm.isEmpty && algorithm.lowercased() != "none" && !algorithm.hasPrefix("HS")
    }

    /// What is to say about an algorithm that is not one of ``knownAlgorithms``.
    static func objection(to algorithm: String) -> String {
        mayProveSomething(algorithm)
            ? "The signature's algorithm “\(algorithm)” is not supported."
            : "The signature's algorithm is “\(algorithm)”: it proves nothing."
    }

    func isValid(_ jws: JWS) -> Bool {
        guard fits(jws.algorithm) else { return false }
        switch self {
        case .curve(let key): return key.isValid(signature: jws.signature, for: jws.input)
        case .rsa(let modulus, let exponent):
            guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent) else { return false }
            let padding: _RSA.Signing.Padding = jws.algorithm.hasPrefix("RS") ? .insecurePKCS1v1_5 : .PSS
            let signature = _RSA.Signing.RSASignature(rawRepresentation: jws.signature)
            switch jws.algorithm.suffix(3) {
            case "256": return key.isValidSignature(signature, for: SHA256.hash(data: jws.input), padding: padding)
            case "384": return key.isValidSignature(signature, for: SHA384.hash(data: jws.input), padding: padding)
            default: return key.isValidSignature(signature, for: SHA512.hash(data: jws.input), padding: padding)
            }
        }
    }
}
