import Crypto

/// A key that can check a signature: its kind and its bytes.
package enum PublicKey: Hashable, Sendable {
    /// 32 bytes.
    case ed25519([UInt8])
    /// A compressed point, 33 bytes.
    case p256([UInt8])
    /// A compressed point, 49 bytes.
    case p384([UInt8])

    /// A Multikey (Controlled Identifiers §2.2.2): multibase of a code and the key; nil if it is none of ours.
    package init?(multikey text: Text) {
        guard let bytes = Multibase.decode(text) else { return nil }
        switch (bytes.first, bytes.dropFirst().first, bytes.count) {
        case (0xED, 0x01, 34): self = .ed25519(Array(bytes.dropFirst(2)))
        case (0x80, 0x24, 35): self = .p256(Array(bytes.dropFirst(2)))
        case (0x81, 0x24, 51): self = .p384(Array(bytes.dropFirst(2)))
        default: return nil
        }
    }

    /// A JSON Web Key (RFC 7517, RFC 8037); nil if it is none of ours, or holds a private key.
    package init?(jwk: JSON) {
        guard jwk["d"] == nil, jwk["use"].map({ $0 == "sig" }) ?? true else { return nil }
        guard let x = jwk["x"]?.text.flatMap({ Multibase.base64URL($0.utf8) }) else { return nil }
        if jwk["kty"] == "OKP", jwk["crv"] == "Ed25519", x.count == 32 {
            self = .ed25519(x)
            return
        }
        guard jwk["kty"] == "EC", let y = jwk["y"]?.text.flatMap({ Multibase.base64URL($0.utf8) }) else { return nil }
        let point = [0x04] + x + y
        switch (jwk["crv"]?.text, x.count, y.count) {
        case ("P-256", 32, 32):
            guard let key = try? P256.Signing.PublicKey(x963Representation: point) else { return nil }
            self = .p256(Array(key.compressedRepresentation))
        case ("P-384", 48, 48):
            guard let key = try? P384.Signing.PublicKey(x963Representation: point) else { return nil }
            self = .p384(Array(key.compressedRepresentation))
        default: return nil
        }
    }

    /// Checks an EdDSA signature (RFC 8032) or an ECDSA signature with the hash of the curve's size, as r and s.
    ///
    /// Bytes that are no key, or no signature, verify nothing.
    package func isValid(signature: [UInt8], for data: [UInt8]) -> Bool {
        switch self {
        case .ed25519(let bytes):
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
            return key.isValidSignature(signature, for: data)
        case .p256(let bytes):
            guard let key = try? P256.Signing.PublicKey(compressedRepresentation: bytes),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: data)
        case .p384(let bytes):
            guard let key = try? P384.Signing.PublicKey(compressedRepresentation: bytes),
                let signature = try? P384.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: data)
        }
    }

    /// The Multikey of this key.
    package var multikey: Text {
        switch self {
        case .ed25519(let bytes): "z" + Base58.encode([0xED, 0x01] + bytes)
        case .p256(let bytes): "z" + Base58.encode([0x80, 0x24] + bytes)
        case .p384(let bytes): "z" + Base58.encode([0x81, 0x24] + bytes)
        }
    }
}
