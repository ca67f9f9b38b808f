/// A document that lists the keys of its subject (Controlled Identifiers §2, DID Core §5).
struct ControllerDocument {
    let id: Text
    private let json: JSON

    /// - Throws: ``KeyProblem/malformedDocument(_:)`` unless the document is about `subject`: otherwise anybody could
    ///   publish one about others.
    init(_ json: JSON, about subject: Text) throws(KeyProblem) {
        guard let id = json["id"]?.text, id == subject else { throw .malformedDocument(subject) }
        self.id = id
        self.json = json
    }

    /// The key of this id, if the document allows it for the purpose (Controlled Identifiers §3.3).
    ///
    /// - Parameter now: seconds since 1970; a key that has expired or was revoked by then is refused.
    func key(_ id: Text, for purpose: Text, now: Int) throws(KeyProblem) -> PublicKey {
        let relationship = json[purpose]?.asArray ?? []
        let embedded = relationship.first { isMethod($0, id) }
        guard let method = embedded ?? json["verificationMethod"]?.asArray.first(where: { isMethod($0, id) }) else {
            throw .notListed(id)
        }
        guard embedded != nil || relationship.contains(where: { $0.text.map(absolute) == id }) else {
            throw .notAllowed(id, purpose: purpose)
        }
        guard method["controller"]?.text == self.id else { throw .notListed(id) }
        for member: Text in ["expires", "revoked"] {
            guard let date = method[member] else { continue }
            guard let stamp = date.text.flatMap(DateTimeStamp.init), stamp.secondsSince1970 > now else {
                throw .expired(id)
            }
        }
        guard let key = Self.key(of: method) else { throw .unsupportedKey(id) }
        return key
    }

    private static func key(of method: JSON) -> PublicKey? {
        if let multikey = method["publicKeyMultibase"]?.text { return PublicKey(multikey: multikey) }
        return method["publicKeyJwk"].flatMap(PublicKey.init(jwk:))
    }

    private func isMethod(_ value: JSON, _ id: Text) -> Bool {
        value["id"]?.text.map(absolute) == id
    }

    /// A DID document may write `#key-1` for a key of its own.
    private func absolute(_ reference: Text) -> Text {
        reference.utf8.first == UInt8(ascii: "#") ? id + reference : reference
    }
}
