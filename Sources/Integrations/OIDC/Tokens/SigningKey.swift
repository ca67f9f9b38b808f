import Core
import Crypto
import CryptoExtras
import Foundation

/// How a provider signs; one for each provider, from its configuration (RFC 7518 §3.1).
///
/// Neither `none` nor the HS family: with those whoever knows the public key could sign.
package enum SigningAlgorithm: String, Sendable, CaseIterable, Decodable {
    case RS256
    case RS384
    case RS512
    case PS256
    case PS384
    case PS512
    case ES256
    case ES384
    case ES512

    var isRSA: Bool { !rawValue.hasPrefix("E") }
    var isPSS: Bool { rawValue.hasPrefix("P") }

    /// The curve of an EC key.
    var curve: String? {
        switch self {
        case .ES256: "P-256"
        case .ES384: "P-384"
        case .ES512: "P-521"
        default: nil
        }
    }

    /// The left half of the hash, in base64url: `at_hash` (OpenID Connect Core 1.0 §3.1.3.6).
    func halfHash(_ text: String) -> String {
        let data = Data(text.utf8)
        let hash: [UInt8] =
            switch self {
            case .RS256, .PS256, .ES256: Array(SHA256.hash(data: data))
            case .RS384, .PS384, .ES384: Array(SHA384.hash(data: data))
            case .RS512, .PS512, .ES512: Array(SHA512.hash(data: data))
            }
        return hash.prefix(hash.count / 2).base64URL
    }
}

/// A public key of a provider (RFC 7517) that fits the provider's algorithm.
struct SigningKey: Sendable {
    private enum Material: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
    }

    let id: String?
    private let material: Material

    /// - Returns: nil for every key that is not for signatures of `algorithm`: it is passed over, as if not there.
    init?(_ key: Claims, algorithm: SigningAlgorithm) {
        guard key["use"] == nil || key["use"] == .string("sig") else { return nil }
        guard key["alg"] == nil || key["alg"] == .string(algorithm.rawValue) else { return nil }
        guard key["kid"] == nil || key["kid"]?.text != nil else { return nil }
        if let operations = key["key_ops"], operations.texts?.contains("verify") != true { return nil }
        guard let material = algorithm.isRSA ? Self.rsa(key) : Self.curve(key, algorithm) else { return nil }
        id = key["kid"]?.text
        self.material = material
    }

    /// 2048 to 8192 bits.
    private static func rsa(_ key: Claims) -> Material? {
        guard key["kty"] == .string("RSA"), let n = key["n"]?.text.flatMap(Base64URL.bytes),
            let e = key["e"]?.text.flatMap(Base64URL.bytes), e.count <= 4
        else { return nil }
        let number = n.drop { $0 == 0 }
        let bits = number.count * 8 - (number.first?.leadingZeroBitCount ?? 0)
        guard (2_048...8_192).contains(bits) else { return nil }
        do {
            return .rsa(try _RSA.Signing.PublicKey(n: Array(number), e: e))
        } catch {
            return nil
        }
    }

    private static func curve(_ key: Claims, _ algorithm: SigningAlgorithm) -> Material? {
        guard key["kty"] == .string("EC"), key["crv"]?.text == algorithm.curve,
            let x = key["x"]?.text.flatMap(Base64URL.bytes), let y = key["y"]?.text.flatMap(Base64URL.bytes)
        else { return nil }
        let point = [4] + x + y
        do {
            return switch algorithm {
            case .ES256: .p256(try P256.Signing.PublicKey(x963Representation: point))
            case .ES384: .p384(try P384.Signing.PublicKey(x963Representation: point))
            case .ES512: .p521(try P521.Signing.PublicKey(x963Representation: point))
            default: nil
            }
        } catch {
            return nil
        }
    }

    func isValid(_ signature: [UInt8], for bytes: [UInt8], _ algorithm: SigningAlgorithm) -> Bool {
        do {
            return switch material {
            case .rsa(let key): Self.isValid(signature, for: bytes, algorithm, key)
            case .p256(let key):
                key.isValidSignature(try P256.Signing.ECDSASignature(rawRepresentation: signature), for: bytes)
            case .p384(let key):
                key.isValidSignature(try P384.Signing.ECDSASignature(rawRepresentation: signature), for: bytes)
            case .p521(let key):
                key.isValidSignature(try P521.Signing.ECDSASignature(rawRepresentation: signature), for: bytes)
            }
        } catch {
            return false
        }
    }

    private static func isValid(
        _ signature: [UInt8],
        for bytes: [UInt8],
        _ algorithm: SigningAlgorithm,
        _ key: _RSA.Signing.PublicKey
    ) -> Bool {
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        let padding: _RSA.Signing.Padding = algorithm.isPSS ? .PSS : .insecurePKCS1v1_5
        return switch algorithm {
        case .RS384, .PS384: key.isValidSignature(signature, for: SHA384.hash(data: bytes), padding: padding)
        case .RS512, .PS512: key.isValidSignature(signature, for: SHA512.hash(data: bytes), padding: padding)
        default: key.isValidSignature(signature, for: SHA256.hash(data: bytes), padding: padding)
        }
    }
}

/// The keys of a provider (RFC 7517 §5) that count.
struct KeySet: Sendable {
    private static let limit = 100
    let keys: [SigningKey]

    /// Keys that cannot be read or are for something else are passed over.
    init(_ document: Claims, algorithm: SigningAlgorithm) {
        guard case .list(let entries) = document["keys"] else {
            keys = []
            return
        }
        keys = entries.prefix(Self.limit).compactMap { entry in
            guard case .object(let values) = entry else { return nil }
            return SigningKey(Claims(values: values), algorithm: algorithm)
        }
    }

    /// The keys of this name; without a name the only key there is, but none of several.
    func candidates(for id: String?) -> [SigningKey] {
        guard let id else { return keys.count == 1 ? keys : [] }
        return keys.filter { $0.id == id }
    }
}
