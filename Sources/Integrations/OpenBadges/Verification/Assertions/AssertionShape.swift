import Foundation
import LinkedData

/// What Open Badges 1.x and 2.0 ask of an assertion, its badge class and its issuer.
struct AssertionShape {
    private(set) var problems: [String] = []

    init(_ chain: AssertionChain) {
        problems += chain.broken
        let assertion = chain.assertion
        let isOld = chain.version != .v20
        if chain.version == .v20 {
            if !assertion.isA("Assertion") { problems.append("“type” of the assertion is not Assertion.") }
            if !assertion.contexts.contains("https://w3id.org/openbadges/v2"),
                !assertion.contexts.contains("https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld")
            {
                problems.append("The context is not that of Open Badges 2.0.")
            }
        }
        need(assertion, chain.version == .v10 ? "uid" : "id", "assertion", Self.isText)
        need(assertion, "recipient", "assertion") { recipient in
            Self.isText(recipient["identity"] ?? .null) && recipient["type"] != nil
                && (recipient["hashed"].map { if case .bool = $0 { true } else { false } } ?? true)
        }
        need(assertion, "issuedOn", "assertion") { (isOld ? Node.oldDate($0) : Node.date($0)) != nil }
        if assertion["expires"] != nil {
            need(assertion, "expires", "assertion") { (isOld ? Node.oldDate($0) : Node.date($0)) != nil }
        }
        if AssertionChain.verification(of: assertion)?.object == nil {
            problems.append("The assertion does not say how to verify it.")
        }
        if let badgeClass = chain.badgeClass {
            if chain.version == .v20, !badgeClass.isA("BadgeClass") {
                problems.append("The badge class is no BadgeClass.")
            }
            for name: Text in ["name", "description"] { need(badgeClass, name, "badge class", Self.isText) }
            for name: Text in ["image", "criteria"] {
                need(badgeClass, name, "badge class") { $0.text != nil || $0.object != nil || $0.array != nil }
            }
        }
        if let issuer = chain.issuer {
            if chain.version == .v20, !issuer.isA("Issuer"), !issuer.isA("Profile") {
                problems.append("The issuer is no Issuer and no Profile.")
            }
            for name: Text in ["name", "url"] { need(issuer, name, "issuer", Self.isText) }
        }
    }

    private mutating func need(_ node: Node, _ name: Text, _ place: String, _ isRight: (Node) -> Bool) {
        guard let value = node[name] else {
            problems.append("The \(place) has no “\(name.string)”.")
            return
        }
        if !isRight(value) { problems.append("“\(name.string)” of the \(place) is not what the standard asks for.") }
    }

    private static func isText(_ value: Node) -> Bool { value.text.map { !$0.isEmpty } ?? false }
}
