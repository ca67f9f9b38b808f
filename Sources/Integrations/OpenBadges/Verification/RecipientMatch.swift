import Core
import Foundation
import LinkedData

/// Whether a badge belongs to an address that somebody gave; never says to whom it belongs otherwise.
struct RecipientMatch {
    private static let limit = 32

    let given: [String]

    func add(_ recipient: BadgeRecipient?, to findings: inout Findings) {
        let given = given.map(\.trimmed).filter { !$0.isEmpty }.prefix(Self.limit)
        let names = recipient?.names.prefix(Self.limit) ?? []
        let kinds = names.map { name in
            "\(name.kind.rawValue), \(name.isHashed ? "hashed \(name.salt.isEmpty ? "without" : "with") salt" : "in plain text")"
        }.joined(separator: "\n")
        guard !given.isEmpty else {
            findings.add(.recipient, .notAsked, "Give an address to see whether the badge belongs to it.", kinds)
            return
        }
        guard !names.isEmpty else {
            findings.add(.recipient, .unknown, "The badge does not say to whom it was issued.")
            return
        }
        let matches = names.contains { name in given.contains { name.matches([$0, $0.lowercased()]) } }
        findings.add(
            .recipient,
            matches ? .passed : .failed,
            matches
                ? "It belongs to the address you gave."
                : "It does not belong to the address you gave. People may have used another address.",
            kinds
        )
    }
}

extension BadgeRecipient {
    /// Of 1.x and 2.0; nil for one that names nobody.
    init?(recipient: Node?) {
        guard let recipient, let identity = recipient.string("identity") else { return nil }
        let isEmail = recipient.all("type").contains { $0.text?.string.hasSuffix("email") ?? false }
        let isHashed = recipient["hashed"] == true || recipient["hashed"] == nil && identity.contains("$")
        self.init([Name(isEmail ? .email : .other, identity, isHashed: isHashed, salt: recipient.string("salt") ?? "")])
    }

    /// Of 3.0: identifiers, and the subject's own id.
    init?(subject: Node?) {
        guard let subject else { return nil }
        var names: [Name] = subject.all("identifier").compactMap { identifier in
            guard let hash = identifier.string("identityHash") else { return nil }
            let isEmail = ["emailAddress", "email"].contains(identifier.string("identityType"))
            return Name(
                isEmail ? .email : .other,
                hash,
                isHashed: identifier["hashed"] == true,
                salt: identifier.string("salt") ?? ""
            )
        }
        if let id = subject.string("id") { names.append(Name(id.hasPrefix("mailto:") ? .email : .other, id)) }
        guard !names.isEmpty else { return nil }
        self.init(names)
    }
}
