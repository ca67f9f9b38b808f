import Core
import LinkedData

/// A badge as it was given, before anything about it is believed.
enum GivenBadge {
    /// Open Badges 3.0 or VC 1.1, as JSON.
    case credential(Node)
    case token(JWS)
    /// Open Badges 1.x or 2.0, as JSON.
    case assertion(Node)
    case signedAssertion(JWS)
    case link(String)

    /// What a file holds; a picture may hold one badge of each version.
    static func read(_ bytes: [UInt8]) throws(Unreadable) -> [GivenBadge] {
        guard bytes.count <= Baking.sizeLimit else { throw Unreadable(sentence: BakingError.tooLarge.message) }
        if isPicture(bytes) {
            let badges: [Baking.Badge]
            do throws(BakingError) { badges = try Baking.unbake(bytes) } catch {
                throw Unreadable(sentence: error.message)
            }
            var given: [GivenBadge] = []
            for badge in badges { given.append(try read(badge.text)) }
            return given
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Unreadable(
                sentence: "This is no badge: neither a PNG or SVG picture nor text. Ask for the file or the link."
            )
        }
        return [try read(text)]
    }

    static func read(_ text: String) throws(Unreadable) -> GivenBadge {
        let text = text.trimmed.removing(byteOrderMark: "\u{FEFF}")
        if text.hasPrefix("{") || text.hasPrefix("[") { return try json(text) }
        if text.hasPrefix("https://") || text.hasPrefix("http://") {
            guard !text.utf8.contains(where: { $0 <= 0x20 }), text.utf8.count <= 4_096 else {
                throw Unreadable(sentence: "This is not one web address. Paste one address at a time.")
            }
            return .link(text)
        }
        if text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2, !text.utf8.contains(0x20) {
            return try token(text)
        }
        throw Unreadable(
            sentence: "This is no badge: give a picture, a JSON document, a signed badge or a web address."
        )
    }

    private static func isPicture(_ bytes: [UInt8]) -> Bool {
        if PNGFile.isOne(bytes) { return true }
        let start = bytes.prefix(256).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        return start.first == UInt8(ascii: "<")
    }

    private static func json(_ text: String) throws(Unreadable) -> GivenBadge {
        let node: Node
        do throws(JSONError) { node = try JSONReader.read(Array(text.utf8)) } catch {
            throw Unreadable(sentence: "This JSON document cannot be read.", detail: error.description)
        }
        return try classify(node)
    }

    static func classify(_ node: Node) throws(Unreadable) -> GivenBadge {
        guard node.object != nil else {
            throw Unreadable(sentence: "This is a list, not a badge. Give one badge at a time.")
        }
        if let inside = enveloped(node) { return try token(inside) }
        try refuseOtherThings(node)
        if isCredential(node) { return .credential(node) }
        if isAssertion(node) { return .assertion(node) }
        if node["recipient"]?.text != nil, node["badge"] != nil {
            throw Unreadable(
                sentence: "This badge is older than Open Badges 1.0; nobody can check such badges any more."
            )
        }
        throw Unreadable(sentence: "This JSON document is no badge.")
    }

    /// What the standards describe beside badges: signed or not, nobody was given it.
    private static let otherThings: [(type: Text, name: String)] = [
        ("BadgeClass", "a kind of badge"), ("Issuer", "an issuer"), ("Profile", "an issuer"),
        ("Achievement", "a kind of badge"), ("CryptographicKey", "a key"),
        ("RevocationList", "a list of revoked badges"),
        ("Endorsement", "what somebody says about a badge"),
        ("EndorsementCredential", "what somebody says about a badge"),
        ("BitstringStatusListCredential", "a list of revoked badges"),
        ("StatusList2021Credential", "a list of revoked badges"),
        ("ClrCredential", "a record of several achievements"),
    ]

    private static func refuseOtherThings(_ node: Node) throws(Unreadable) {
        if node.isA("VerifiablePresentation") {
            throw Unreadable(sentence: "This is a presentation of credentials. Give the badge in it by itself.")
        }
        if node.isA("Assertion") || node.isA("OpenBadgeCredential") || node.isA("AchievementCredential") { return }
        for (type, name) in otherThings where node.isA(type) {
            throw Unreadable(sentence: "This describes \(name); it is not a badge that somebody was given.")
        }
    }

    /// VC 2.0 §4.12: a token in the clothes of JSON.
    private static func enveloped(_ node: Node) -> String? {
        guard node.isA("EnvelopedVerifiableCredential"), let id = node.string("id"),
            let comma = id.firstIndex(of: ","),
            ["data:application/vc+jwt", "data:application/jwt"].contains(id[..<comma])
        else { return nil }
        return String(id[id.index(after: comma)...])
    }

    private static func token(_ text: String) throws(Unreadable) -> GivenBadge {
        let jws = try JWS(text)
        try refuseOtherThings(jws.payload["vc"].flatMap { $0.object == nil ? nil : $0 } ?? jws.payload)
        if isCredential(jws.payload) || jws.payload["vc"]?.object != nil { return .token(jws) }
        if isAssertion(jws.payload) { return .signedAssertion(jws) }
        throw Unreadable(sentence: "This is signed, but it is no badge.")
    }

    private static func isCredential(_ node: Node) -> Bool {
        node.isA("VerifiableCredential") || node.isA("OpenBadgeCredential") || node.isA("AchievementCredential")
            || node.contexts.contains { $0 == CredentialVersion.v1.context || $0 == CredentialVersion.v2.context }
                && node["credentialSubject"] != nil
    }

    private static func isAssertion(_ node: Node) -> Bool {
        node.isA("Assertion") || node["badge"] != nil && node["recipient"]?.object != nil
            || node.saysRevoked && node["id"] != nil
    }
}

extension String {
    func removing(byteOrderMark mark: Character) -> String { first == mark ? String(dropFirst()) : self }
}
