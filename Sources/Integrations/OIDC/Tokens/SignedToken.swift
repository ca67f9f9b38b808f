import Core
import Foundation

/// A JSON Web Signature in its compact form (RFC 7515 §7.1) whose header was looked at and whose signature was not yet.
///
/// Of the header only `alg`, `kid`, `typ` and `crit` are looked at; keys that it brings along (`jwk`, `jku`, `x5c`) are
/// not.
struct SignedToken: Sendable {
    static let sizeLimit = 64 << 10

    let algorithm: SigningAlgorithm
    let keyID: String?
    let claims: Claims
    private let signedBytes: [UInt8]
    private let signature: [UInt8]

    /// - Parameters:
    ///   - algorithm: the one that this provider uses; the token's own choice only has to be the same.
    ///   - types: what `typ` may be when it is there, in lower case.
    init(_ text: String, algorithm: SigningAlgorithm, types: Set<String>) throws(SignInRefusal) {
        guard text.utf8.count <= Self.sizeLimit else { throw .rejected("a token that is too large") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Base64URL.bytes(parts[0]), let body = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2]), let header = Claims(head), let claims = Claims(body)
        else { throw .rejected("a token that cannot be read") }
        guard header["alg"]?.text == algorithm.rawValue else { throw .rejected("a token with another algorithm") }
        guard header["crit"] == nil else { throw .rejected("a token with critical extensions") }
        if let type = header["typ"] {
            guard let type = type.text, types.contains(type.lowercased()) else {
                throw .rejected("a token of another type")
            }
        }
        if let keyID = header["kid"], keyID.text == nil { throw .rejected("a token whose key has no name") }
        self.algorithm = algorithm
        keyID = header["kid"]?.text
        self.claims = claims
        self.signature = signature
        signedBytes = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// Whether one of the keys that the token may name made the signature.
    func isSigned(by keys: KeySet) -> Bool {
        keys.candidates(for: keyID).contains { $0.isValid(signature, for: signedBytes, algorithm) }
    }
}
