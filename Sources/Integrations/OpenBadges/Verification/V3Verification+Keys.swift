import Core
import Foundation
import LinkedData

extension OpenBadgesVerifier {
    /// The key of a token, and whether it is the issuer's.
    func key(of token: Token, _ issuer: String) async throws(Stop) -> (TokenKey, isBound: Bool) {
        if let kid = token.header.text("kid") { return try await key(kid, issuer) }
        if let jwk = token.header.object("jwk") {
            guard let key = TokenKey(jwk: jwk) else {
                throw Stop(.issuerUnknown("It brings a key of a kind that we do not know."))
            }
            return (key, Self.didJWK(issuer).map { $0.json == jwk.json } ?? false)
        }
        throw Stop(.issuerUnknown("It does not say with which key it was signed."))
    }

    private func key(_ kid: String, _ issuer: String) async throws(Stop) -> (TokenKey, isBound: Bool) {
        let subject = String(kid.prefix { $0 != "#" })
        if subject.hasPrefix("did:key:") {
            guard let key = TokenKey(multikey: String(subject.dropFirst("did:key:".count))) else { throw Self.noKey }
            return (key, subject == issuer)
        }
        if subject.hasPrefix("did:jwk:") {
            guard let key = Self.didJWK(subject).flatMap(TokenKey.init(jwk:)) else { throw Self.noKey }
            return (key, subject == issuer)
        }
        guard let address = Self.address(subject) else { throw Self.noKey }
        let document = try await document(address)
        guard let key = Self.key(kid, in: document) else { throw Self.noKey }
        let isBound = subject == issuer || Authority.isSame(subject, issuer)
        return (key, isBound)
    }

    private static let noKey = Stop(.issuerUnknown("The key that signed it cannot be found."))

    /// A key by itself, a set of keys, or the keys of a controller (DID document).
    private static func key(_ kid: String, in document: Document) -> TokenKey? {
        let methods = document.objects("verificationMethod") + document.objects("assertionMethod")
        let fragment = kid.split(separator: "#").dropFirst().first.map { "#\($0)" }
        if let method = methods.first(where: { $0.text("id") == kid || $0.text("id") == fragment }) {
            return key(method)
        }
        let set = document.objects("keys")
        if let named = set.first(where: { $0.text("kid") == kid || $0.text("kid").map { "#\($0)" } == fragment }) {
            return TokenKey(jwk: named)
        }
        return key(document)
    }

    private static func key(_ method: Document) -> TokenKey? {
        if let jwk = method.object("publicKeyJwk") { return TokenKey(jwk: jwk) }
        if let multikey = method.text("publicKeyMultibase") { return TokenKey(multikey: multikey) }
        if let pem = method.text("publicKeyPem") { return TokenKey(pem: pem) }
        return TokenKey(jwk: method)
    }

    /// Where the document of a `did:web` or an address is.
    private static func address(_ subject: String) -> String? {
        if subject.hasPrefix("http://") || subject.hasPrefix("https://") { return subject }
        guard subject.hasPrefix("did:web:") else { return nil }
        let parts = subject.dropFirst("did:web:".count).split(separator: ":", omittingEmptySubsequences: false)
        guard let authority = Authority.of(subject), !authority.isEmpty, !parts.contains("") else { return nil }
        let path = parts.count == 1 ? "/.well-known" : "/" + parts.dropFirst().joined(separator: "/")
        return "https://\(authority)\(path)/did.json"
    }

    private static func didJWK(_ subject: String) -> Document? {
        guard subject.hasPrefix("did:jwk:") else { return nil }
        let text = subject.dropFirst("did:jwk:".count).prefix { $0 != "#" }
        return Base64URL.bytes(String(text)).flatMap { Document($0) }
    }
}
