import Foundation
import LinkedData

/// What Open Badges 3.0 asks of an *AchievementCredential*, member by member: what its schema says, in our words.
struct CredentialShape {
    private(set) var problems: [String] = []

    init(_ credential: Credential) {
        let node = credential.node
        problems += credential.contradictions + credential.missingClaims
        checkContexts(credential)
        need(node, "id", in: "credential", Self.isText)
        allow(node, "name", in: "credential") { $0.text != nil || $0.object != nil || $0.array != nil }
        let isBadge = node.isA("OpenBadgeCredential") || node.isA("AchievementCredential")
        if !node.isA("VerifiableCredential") || !isBadge {
            problems.append("“type” is not VerifiableCredential and OpenBadgeCredential.")
        }
        need(node, "issuer", in: "credential") { $0.text != nil || $0.object != nil }
        if let issuer = node["issuer"], issuer.object != nil {
            need(issuer, "id", in: "issuer", Self.isText)
            problems += CredentialMembers(issuer, "Profile").problems
        }
        for evidence in node.all("evidence") { problems += CredentialMembers(evidence, "Evidence").problems }
        need(node, credential.version.from, in: "credential") { Node.date($0) != nil }
        allow(node, credential.version.until, in: "credential") { Node.date($0) != nil }
        allow(node, "awardedDate", in: "credential") { Node.date($0) != nil }
        checkNothingEmpty(node)
        guard let subject = node["credentialSubject"], subject.object != nil else {
            problems.append("“credentialSubject” is not one subject.")
            return
        }
        checkSubject(subject)
    }

    private mutating func checkContexts(_ credential: Credential) {
        let contexts = credential.node.contexts
        if contexts.first != credential.version.context {
            problems.append("The first context is not that of Verifiable Credentials.")
        }
        if !contexts.dropFirst().contains(where: { $0.hasPrefix("https://purl.imsglobal.org/spec/ob/v3p0/") }) {
            problems.append("No context is that of Open Badges 3.0.")
        }
    }

    private mutating func checkSubject(_ subject: Node) {
        problems += CredentialMembers(subject, "AchievementSubject").problems
        if subject["id"] == nil, subject.all("identifier").isEmpty {
            problems.append("The subject has neither “id” nor “identifier”.")
        }
        if subject["id"] != nil { need(subject, "id", in: "subject", Self.isText) }
        for identifier in subject.all("identifier") {
            need(identifier, "identityHash", in: "identifier", Self.isText)
            need(identifier, "hashed", in: "identifier") { if case .bool = $0 { true } else { false } }
        }
        guard let achievement = subject["achievement"], achievement.object != nil else {
            problems.append("“achievement” of the subject is not one achievement.")
            return
        }
        need(achievement, "id", in: "achievement", Self.isText)
        for name: Text in ["name", "description"] { need(achievement, name, in: "achievement", Self.isWording) }
        need(achievement, "criteria", in: "achievement") { $0.object != nil }
        allow(achievement, "image", in: "achievement") { $0.object != nil }
    }

    /// Open Badges 3.0 leaves out what is not there: nothing is null.
    private mutating func checkNothingEmpty(_ node: Node) {
        guard let members = node.object else { return }
        for (name, value) in members where value.isNull { problems.append("“\(name.string)” is null.") }
        for (name, value) in members where value.array?.isEmpty ?? false {
            problems.append("“\(name.string)” is an empty list.")
        }
    }

    private mutating func need(_ node: Node, _ name: Text, in place: String, _ isRight: (Node) -> Bool) {
        guard let value = node[name] else {
            problems.append("The \(place) has no “\(name.string)”.")
            return
        }
        if !isRight(value) { problems.append("“\(name.string)” of the \(place) is not what the standard asks for.") }
    }

    private mutating func allow(_ node: Node, _ name: Text, in place: String, _ isRight: (Node) -> Bool) {
        if node[name] != nil { need(node, name, in: place, isRight) }
    }

    /// A text, or one for each language.
    private static func isWording(_ value: Node) -> Bool { isText(value) || value.object != nil }
    private static func isText(_ value: Node) -> Bool { value.text.map { !$0.isEmpty } ?? false }
}
