import Core
import Crypto
import CryptoExtras
import Foundation
import LinkedData

/// A compact JWS (RFC 7515) whose payload is a badge.
struct Token {
    let header: Document
    let payload: Document
    let signed: [UInt8]
    let signature: [UInt8]

    /// - Returns: nil for what is no JWS of JSON.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, text.utf8.count <= 1 << 20,
            let header = Base64URL.bytes(parts[0]).flatMap({ Document($0) }),
            let payload = Base64URL.bytes(parts[1]).flatMap({ Document($0) }),
            let signature = Base64URL.bytes(parts[2])
        else { return nil }
        self.header = header
        self.payload = payload
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// A signed assertion of Open Badges 2.0.
    var isAssertion: Bool { payload.types.contains("Assertion") }

    var algorithm: String { header.text("alg") ?? "" }

    /// The algorithm of the header must fit the kind of the key; `none` and shared secrets fit none.
    func isSigned(by key: TokenKey) -> Bool {
        switch (algorithm, key) {
        case ("RS256", .rsa(let key)):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature),
                for: SHA256.hash(data: signed),
                padding: .insecurePKCS1v1_5
            )
        case ("ES256", .curve(.p256(let key))):
            return LinkedData.PublicKey.p256(key).isValid(signature: signature, for: signed)
        case ("EdDSA", .curve(.ed25519(let key))), ("Ed25519", .curve(.ed25519(let key))):
            return LinkedData.PublicKey.ed25519(key).isValid(signature: signature, for: signed)
        default: return false
        }
    }
}

/// A key that checks tokens.
enum TokenKey {
    case rsa(_RSA.Signing.PublicKey)
    case curve(LinkedData.PublicKey)

    private static let rsaBits = 2_048

    /// A JSON Web Key (RFC 7517); nil for a private or a shared one.
    init?(jwk: Document) {
        if let key = LinkedData.PublicKey(jwk: jwk.json) {
            self = .curve(key)
            return
        }
        guard jwk.text("kty") == "RSA", jwk.json["d"] == nil, let n = jwk.text("n").flatMap(Base64URL.bytes),
            let e = jwk.text("e").flatMap(Base64URL.bytes),
            let key = Self.parsed({ try _RSA.Signing.PublicKey(n: n, e: e) }), key.keySizeInBits >= Self.rsaBits
        else { return nil }
        self = .rsa(key)
    }

    init?(pem: String) {
        if let key = Self.parsed({ try _RSA.Signing.PublicKey(pemRepresentation: pem) }) {
            guard key.keySizeInBits >= Self.rsaBits else { return nil }
            self = .rsa(key)
        } else if let key = Self.parsed({ try P256.Signing.PublicKey(pemRepresentation: pem) }) {
            self = .curve(.p256(Array(key.compressedRepresentation)))
        } else {
            return nil
        }
    }

    init?(multikey: String) {
        guard let key = LinkedData.PublicKey(multikey: Text(multikey)) else { return nil }
        self = .curve(key)
    }

    /// A key that cannot be read is none.
    private static func parsed<Key>(_ read: () throws -> Key) -> Key? {
        do {
            return try read()
        } catch {
            return nil
        }
    }
}
