/// A JSON Web Signature in its compact form (RFC 7515 §7.1), signed with RS256.
package enum CompactJWS {
    static func sign(_ payload: JSON, header: JSON, with pair: KeyPair) throws -> String {
        let input = "\(Base64URL.text(header.bytes)).\(Base64URL.text(payload.bytes))"
        return "\(input).\(Base64URL.text(try pair.signature(of: Array(input.utf8))))"
    }

    /// An Open Badges 2.0 assertion, signed.
    static func badge(_ assertion: JSON, with pair: KeyPair) throws -> String {
        try sign(assertion, header: ["alg": "RS256"], with: pair)
    }

    /// A credential as a VC-JWT (Open Badges 3.0 §8.2): its own members at top level, and the registered claims beside.
    ///
    /// - Parameter key: the address of the key, where its JWK is served.
    package static func credential(
        _ credential: JSON,
        claims: Claims,
        key: String,
        with pair: KeyPair
    ) throws -> String {
        let payload = credential.adding([
            "iss": .text(claims.issuer), "jti": .text(claims.id), "nbf": .integer(claims.notBefore),
            "sub": .text(claims.subject), "exp": claims.expires.map(JSON.integer),
        ])
        return try sign(payload, header: ["alg": "RS256", "kid": .text(key), "typ": "JWT"], with: pair)
    }

    /// What the JWT says besides the credential, and must be equal to it.
    package struct Claims {
        var issuer: String
        var id: String
        var subject: String
        var notBefore: Int
        var expires: Int?

        package init(issuer: String, id: String, subject: String, notBefore: Int, expires: Int? = nil) {
            self.issuer = issuer
            self.id = id
            self.subject = subject
            self.notBefore = notBefore
            self.expires = expires
        }
    }
}
