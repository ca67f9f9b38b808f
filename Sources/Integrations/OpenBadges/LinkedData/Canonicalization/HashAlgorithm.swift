import Crypto

/// The hash of a canonicalisation and of the signature over it.
package enum HashAlgorithm: Sendable {
    case sha256
    case sha384

    package func digest(of bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha384: Array(SHA384.hash(data: bytes))
        }
    }

    /// The digest in lower-case hexadecimal digits.
    func hexDigest(of bytes: [UInt8]) -> Text {
        var digits: [UInt8] = []
        digits.reserveCapacity(96)
        for byte in digest(of: bytes) {
            digits.append(Self.hexDigits[Int(byte >> 4)])
            digits.append(Self.hexDigits[Int(byte & 15)])
        }
        return Text(ascii: digits)
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
