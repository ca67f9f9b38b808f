import Core

/// Looks at what a signature says about itself, before any cryptography.
///
/// XML Signature allows nearly everything; SAML (Core §5.4) and this house allow one shape. What does not have it is
/// refused whether the signature would fit or not.
struct SignatureShape {
    let allowsSHA1: Bool

    private static let signatures: Set<String> = [
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
    ]
    private static let digests: Set<String> = [
        "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#sha384",
        "http://www.w3.org/2001/04/xmlenc#sha512",
    ]

    /// - Parameter before: the name of the element that a signature comes right after; nil where it comes first.
    /// - Returns: whether the element has a signature.
    /// - Throws: when it has one that is not where it belongs, or not as it should be.
    func check(
        _ element: XMLElement,
        after before: XMLElement.Name? = .assertion("Issuer")
    ) throws(SignInRefusal) -> Bool {
        let found = element.all(.signature("Signature"))
        guard let signature = found.first else { return false }
        let start = [before, .signature("Signature")].compactMap(\.self)
        guard found.count == 1, element.elements.prefix(start.count).map(\.name) == start else {
            throw .rejected("a signature that is not where it belongs")
        }
        guard let id = element["ID"], Self.isName(id) else { throw .rejected("a signed element without an ID") }
        try check(signature, of: id)
        return true
    }

    private func check(_ signature: XMLElement, of id: String) throws(SignInRefusal) {
        let parts = signature.elements.map(\.name)
        let wanted: [XMLElement.Name] = [.signature("SignedInfo"), .signature("SignatureValue")]
        guard parts == wanted || parts == wanted + [.signature("KeyInfo")] else {
            throw .rejected("a signature of other parts than one SignedInfo, one value and perhaps a key")
        }
        guard !signature.elements[0].hasComment, !signature.elements[1].hasComment else {
            throw .rejected("a comment in a signature")
        }
        try checkInfo(signature.elements[0], of: id)
    }

    private func checkInfo(_ info: XMLElement, of id: String) throws(SignInRefusal) {
        let parts = info.elements
        guard parts.map(\.name.local) == ["CanonicalizationMethod", "SignatureMethod", "Reference"],
            parts.allSatisfy({ $0.name.namespace == info.name.namespace })
        else { throw .rejected("a SignedInfo of other parts than two methods and one reference") }
        try checkCanonicalization(parts[0])
        let method = parts[1]["Algorithm"] ?? ""
        let isOld = method == "http://www.w3.org/2000/09/xmldsig#rsa-sha1" && allowsSHA1
        guard Self.signatures.contains(method) || isOld, parts[1].elements.isEmpty else {
            throw .rejected("an algorithm of a signature that is not allowed")
        }
        try checkReference(parts[2], to: id)
    }

    private func checkReference(_ reference: XMLElement, to id: String) throws(SignInRefusal) {
        guard reference["URI"] == "#\(id)" else { throw .rejected("a signature of something else than where it is") }
        let parts = reference.elements
        guard parts.map(\.name) == ["Transforms", "DigestMethod", "DigestValue"].map({ .signature($0) }) else {
            throw .rejected("a reference of other parts than transforms, a method and a digest")
        }
        let transforms = parts[0].elements
        guard transforms.count == 2, transforms.allSatisfy({ $0.name == .signature("Transform") }),
            transforms[0]["Algorithm"] == Identifier.enveloped, transforms[0].elements.isEmpty
        else { throw .rejected("other transforms than enveloped-signature and exclusive canonicalization") }
        try checkCanonicalization(transforms[1])
        let method = parts[1]["Algorithm"] ?? ""
        let isOld = method == "http://www.w3.org/2000/09/xmldsig#sha1" && allowsSHA1
        guard Self.digests.contains(method) || isOld, parts[1].elements.isEmpty else {
            throw .rejected("an algorithm of a digest that is not allowed")
        }
        guard parts[2].plainText != nil else { throw .rejected("a digest that is not one text") }
    }

    private func checkCanonicalization(_ method: XMLElement) throws(SignInRefusal) {
        guard method["Algorithm"] == Identifier.exclusiveCanonicalization,
            method.elements.map(\.name).allSatisfy({ $0 == .inclusiveNamespaces }), method.elements.count <= 1
        else { throw .rejected("another canonicalization than the exclusive one") }
    }

    /// The part of NCName that identifiers are made of.
    static func isName(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        guard let first = bytes.first, bytes.count <= 256 else { return false }
        func isLetter(_ byte: UInt8) -> Bool {
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
        return isLetter(first)
            && bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    }
}
