import Foundation
import LinkedData

/// What Open Badges 1.x and 2.0 ask of an assertion, its badge class and its issuer.
struct AssertionShape {
    private(set) var problems: [String] = []

    init(_ chain: AssertionChain) {
        problems += chain.broken
        check(chain.assertion, chain.version)
        if let badgeClass = chain.badgeClass { check(badgeClass: badgeClass, chain.version) }
        if let issuer = chain.issuer { check(issuer: issuer, chain.version) }
    }

    private mutating func check(_ assertion: Node, _ version: AssertionChain.Version) {
        let place = "assertion"
        if version == .v20 {
            if !assertion.isA("Assertion") { problems.append("“type” of the assertion is not Assertion.") }
            if !assertion.contexts.contains("https://w3id.org/openbadges/v2"),
                !assertion.contexts.contains("https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld")
            {
                problems.append("The context is not that of Open Badges 2.0.")
            }
        }
        let isDate: (Node) -> Bool = { (version == .v20 ? Node.date($0) : Node.oldDate($0)) != nil }
        // 1.x names an assertion by its `uid`; linked data gave it an `id` as well.
        need(
            assertion,
            version == .v20 || assertion["uid"] == nil && version == .v11 ? "id" : "uid",
            place,
            Self.isText
        )
        need(assertion, "recipient", place) { Self.isRecipient($0, version) }
        need(assertion, "issuedOn", place, isDate)
        allow(assertion, "expires", place, isDate)
        allow(assertion, "image", place, Self.isLink)
        allow(assertion, "narrative", place, Self.isText)
        allow(assertion, "revoked", place) { Self.isTruth($0) || assertion.saysRevoked }
        if assertion.all("evidence").contains(where: { !Self.isText($0) && $0.object == nil }) {
            problems.append("“evidence” of the assertion is not what the standard asks for.")
        }
        let kinds: [Text] = ["hosted", "HostedBadge", "signed", "SignedBadge"]
        if let verification = AssertionChain.verification(of: assertion), verification.object != nil {
            if !kinds.contains(where: { verification.isA($0) }) {
                problems.append("The assertion names no way to verify it that the standard knows.")
            }
        } else {
            problems.append("The assertion does not say how to verify it.")
        }
    }

    private mutating func check(badgeClass: Node, _ version: AssertionChain.Version) {
        let place = "badge class"
        if version == .v20, !badgeClass.isA("BadgeClass") { problems.append("The badge class is no BadgeClass.") }
        for name: Text in ["name", "description"] { need(badgeClass, name, place, Self.isText) }
        need(badgeClass, "image", place, Self.isLink)
        need(badgeClass, "criteria", place) { criteria in
            Self.isText(criteria) || criteria.reference != nil || criteria.string("narrative") != nil
        }
        if badgeClass.all("tags").contains(where: { $0.text == nil }) {
            problems.append("“tags” of the badge class is not what the standard asks for.")
        }
        for alignment in badgeClass.all("alignment") where version == .v20 {
            for name: Text in ["targetName", "targetUrl"] { need(alignment, name, "alignment", Self.isText) }
        }
    }

    private mutating func check(issuer: Node, _ version: AssertionChain.Version) {
        let place = "issuer"
        if version == .v20, !issuer.isA("Issuer"), !issuer.isA("Profile") {
            problems.append("The issuer is no Issuer and no Profile.")
        }
        for name: Text in ["name", "url"] { need(issuer, name, place, Self.isText) }
        if version == .v20 {
            need(issuer, "email", place, Self.isText)
        } else {
            allow(issuer, "email", place, Self.isText)
        }
    }

    private mutating func need(_ node: Node, _ name: Text, _ place: String, _ isRight: (Node) -> Bool) {
        guard let value = node.one(name), !value.isNull else {
            problems.append("The \(place) has no “\(name.string)”.")
            return
        }
        if !isRight(value) { problems.append("“\(name.string)” of the \(place) is not what the standard asks for.") }
    }

    private mutating func allow(_ node: Node, _ name: Text, _ place: String, _ isRight: (Node) -> Bool) {
        if let value = node.one(name), !value.isNull { need(node, name, place, isRight) }
    }

    // MARK: Values

    private static func isText(_ value: Node) -> Bool { value.text.map { !$0.isEmpty } ?? false }
    private static func isTruth(_ value: Node) -> Bool { if case .bool = value { true } else { false } }
    /// An address, or an object that has or is one.
    private static func isLink(_ value: Node) -> Bool { isText(value) || value.object != nil }

    /// *IdentityObject*: examples of the standard itself leave `hashed` out.
    private static func isRecipient(_ value: Node, _ version: AssertionChain.Version) -> Bool {
        guard let identity = value.one("identity"), isText(identity), let type = value.one("type"), isText(type),
            value.one("hashed").map(isTruth) ?? true
        else { return false }
        guard version == .v20, value.one("hashed") == true else { return true }
        let parts = identity.text?.string.split(separator: "$", omittingEmptySubsequences: false).map(String.init) ?? []
        let lengths = ["sha256": 64, "md5": 32]
        return parts.count == 2 && lengths[parts[0].lowercased()] == parts[1].utf8.count
            && parts[1].utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }
}
