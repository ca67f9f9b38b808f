import CryptoExtras
import Foundation
import XMLSecurity

/// An X.509 certificate, of which only the key counts: SAML trusts keys that were exchanged beforehand, and neither
/// dates nor names in certificates (Metadata §2.4.1.1).
struct Certificate: Sendable, Hashable {
    let der: [UInt8]
    /// SubjectPublicKeyInfo.
    let publicKey: [UInt8]

    static let leastBits = 2_048

    /// - Returns: nil when it cannot be read, or its RSA key is short.
    init?(der: [UInt8]) {
        publicKey = der.isEmpty ? [] : lx_public_key(der, der.count).taken
        guard !publicKey.isEmpty else { return nil }
        self.der = der
        guard isLong else { return nil }
    }

    /// - Parameter base64: as it stands in metadata, with any white space.
    init?(base64: String) {
        guard let data = Data(base64Encoded: String(base64.filter { !$0.isWhitespace })) else { return nil }
        self.init(der: Array(data))
    }

    /// All certificates of a PEM text; nil when one of them cannot be read.
    static func all(pem text: String) -> [Certificate]? {
        let blocks = text.matches(of: /-----BEGIN CERTIFICATE-----([A-Za-z0-9+\/=\s]*)-----END CERTIFICATE-----/)
        let found = blocks.map { Certificate(base64: String($0.output.1)) }
        let certificates = found.compactMap(\.self)
        return certificates.count == found.count && !found.isEmpty ? certificates : nil
    }

    var base64: String { Data(der).base64EncodedString() }

    /// The key, when it is one of RSA.
    var rsa: _RSA.Signing.PublicKey? {
        do {
            return try _RSA.Signing.PublicKey(derRepresentation: publicKey)
        } catch {
            return nil
        }
    }

    /// Other keys than RSA's are the elliptic ones, which are long enough whatever they are.
    private var isLong: Bool { rsa.map { $0.keySizeInBits >= Self.leastBits } ?? !isRSA }

    /// Whether it says that it is a key of RSA (1.2.840.113549.1.1.1).
    private var isRSA: Bool {
        Data(publicKey.prefix(40)).range(of: Data([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01])) != nil
    }
}
