import Core
import Crypto
import CryptoExtras
import Foundation

/// Messages in the query of an address (SAML Bindings §3.4).
enum RedirectBinding {
    static let algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    static let limit = 256 << 10

    /// - Parameters:
    ///   - field: `SAMLRequest` or `SAMLResponse`.
    ///   - key: PEM; nil does not sign.
    static func address(
        _ place: String,
        _ field: String,
        _ message: String,
        relayState: String?,
        key: String?
    ) throws(SignInRefusal) -> String {
        let packed = Data(RawDeflate.pack(Array(message.utf8))).base64EncodedString()
        var query = "\(field)=\(escaped(packed))"
        if let relayState { query += "&RelayState=\(escaped(relayState))" }
        if let key {
            query += "&SigAlg=\(escaped(algorithm))"
            query += "&Signature=\(escaped(try signature(of: query, key: key)))"
        }
        return "\(place)\(place.contains("?") ? "&" : "?")\(query)"
    }

    private static func signature(of query: String, key: String) throws(SignInRefusal) -> String {
        do {
            let key = try _RSA.Signing.PrivateKey(pemRepresentation: key)
            let signature = try key.signature(for: SHA256.hash(data: Data(query.utf8)), padding: .insecurePKCS1v1_5)
            return signature.rawRepresentation.base64EncodedString()
        } catch {
            throw .misconfigured("the portal's key is no RSA key in PEM")
        }
    }

    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
    )

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}

/// A message that came in the query of an address.
struct RedirectedMessage {
    /// `SAMLRequest` or `SAMLResponse`.
    let field: String
    let message: [UInt8]
    let relayState: String?
    private let signed: String
    private let algorithm: String
    private let signature: Data

    init(_ query: String) throws(SignInRefusal) {
        guard query.utf8.count <= RedirectBinding.limit else { throw .rejected("a query that is too long") }
        let pairs = query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        guard Set(pairs.map(\.0)).count == pairs.count else { throw .rejected("a parameter that comes twice") }
        let raw = Dictionary(uniqueKeysWithValues: pairs)
        let fields = ["SAMLRequest", "SAMLResponse"].filter { raw[$0] != nil }
        guard fields.count == 1, let value = raw[fields[0]], let packed = Self.base64(value),
            let message = RawDeflate.unpack(packed, limit: RedirectBinding.limit)
        else { throw .rejected("no message, or one that cannot be read") }
        guard let algorithm = raw["SigAlg"]?.removingPercentEncoding,
            let signature = Self.base64(raw["Signature"] ?? "")
        else { throw .rejected("a message that is not signed") }
        field = fields[0]
        self.message = message
        relayState = raw["RelayState"]?.replacing("+", with: " ").removingPercentEncoding
        self.algorithm = algorithm
        self.signature = Data(signature)
        signed = [fields[0], "RelayState", "SigAlg"].compactMap { name in raw[name].map { "\(name)=\($0)" } }
            .joined(separator: "&")
    }

    private static func base64(_ escaped: String) -> [UInt8]? {
        escaped.removingPercentEncoding.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    }

    /// Whether a key of the provider signed the query as it was spelled.
    func isSigned(by certificates: [Certificate], allowsSHA1: Bool) -> Bool {
        certificates.compactMap(\.rsa).contains { isSigned(by: $0, allowsSHA1: allowsSHA1) }
    }

    private func isSigned(by key: _RSA.Signing.PublicKey, allowsSHA1: Bool) -> Bool {
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        let data = Data(signed.utf8)
        return switch algorithm {
        case RedirectBinding.algorithm:
            key.isValidSignature(signature, for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
        case "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384":
            key.isValidSignature(signature, for: SHA384.hash(data: data), padding: .insecurePKCS1v1_5)
        case "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512":
            key.isValidSignature(signature, for: SHA512.hash(data: data), padding: .insecurePKCS1v1_5)
        case "http://www.w3.org/2000/09/xmldsig#rsa-sha1" where allowsSHA1:
            key.isValidSignature(signature, for: Insecure.SHA1.hash(data: data), padding: .insecurePKCS1v1_5)
        default: false
        }
    }
}
