extension XMLElement.Name {
    static func assertion(_ local: String) -> Self {
        Self(namespace: "urn:oasis:names:tc:SAML:2.0:assertion", local: local)
    }

    static func `protocol`(_ local: String) -> Self {
        Self(namespace: "urn:oasis:names:tc:SAML:2.0:protocol", local: local)
    }

    static func metadata(_ local: String) -> Self {
        Self(namespace: "urn:oasis:names:tc:SAML:2.0:metadata", local: local)
    }

    static func signature(_ local: String) -> Self {
        Self(namespace: "http://www.w3.org/2000/09/xmldsig#", local: local)
    }

    static func encryption(_ local: String) -> Self {
        Self(namespace: "http://www.w3.org/2001/04/xmlenc#", local: local)
    }

    static let inclusiveNamespaces = Self(
        namespace: "http://www.w3.org/2001/10/xml-exc-c14n#",
        local: "InclusiveNamespaces"
    )
}

/// What the standards call things in their messages.
enum Identifier {
    static let bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"
    static let redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
    static let postBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    static let protocolNamespace = "urn:oasis:names:tc:SAML:2.0:protocol"
    static let entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
    static let exclusiveCanonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
    static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
}
