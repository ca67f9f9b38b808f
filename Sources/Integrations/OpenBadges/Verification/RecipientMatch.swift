import Core
import Crypto
import Foundation
import LinkedData

/// Whether a badge belongs to an address that somebody gave; never says to whom it belongs otherwise.
struct RecipientMatch {
    let given: [String]

    /// - Parameter identities: as the badge has them: plain, or hashed with or without salt.
    func add(_ identities: [Identity], to findings: inout Findings) {
        let given = given.map(\.trimmed).filter { !$0.isEmpty }.prefix(32)
        guard !given.isEmpty else {
            findings.add(
                .recipient,
                .notAsked,
                "Enter an address to see whether the badge belongs to it.",
                Self.kinds(identities)
            )
            return
        }
        guard !identities.isEmpty else {
            findings.add(
                .recipient,
                .unknown,
                "The badge does not say to whom it was issued in a way that can be compared."
            )
            return
        }
        let matches = identities.prefix(32).contains { identity in given.contains { identity.is($0) } }
        findings.add(
            .recipient,
            matches ? .passed : .failed,
            matches
                ? "It belongs to the address you gave."
                : "It does not belong to the address you gave. People may have used another address.",
            Self.kinds(identities)
        )
    }

    private static func kinds(_ identities: [Identity]) -> String {
        identities.prefix(8).map {
            "\($0.type), \($0.isHashed ? "hashed\($0.salt == nil ? "" : " with salt")" : "in plain text")"
        }
        .joined(separator: "\n")
    }

    struct Identity {
        var type: String
        var value: String
        var isHashed: Bool
        var salt: String?

        func `is`(_ given: String) -> Bool {
            let spellings = Set([given, given.lowercased(), "mailto:" + given.lowercased()])
            guard isHashed else {
                return spellings.contains(value) || spellings.contains(value.lowercased()) && type.contains("mail")
            }
            return spellings.contains { Self.hash($0 + (salt ?? ""), like: value) == value.lowercased() }
        }

        /// `sha256$…` or `md5$…` (Open Badges 2.0, IdentityHash); nil for other kinds.
        private static func hash(_ text: String, like value: String) -> String? {
            let data = Data(text.utf8)
            switch value.prefix(while: { $0 != "$" }).lowercased() {
            case "sha256": return "sha256$" + SHA256.hash(data: data).hexadecimal
            case "md5": return "md5$" + Insecure.MD5.hash(data: data).hexadecimal
            default: return nil
            }
        }

        /// Of 1.x and 2.0.
        init?(recipient: Node) {
            guard let value = recipient.string("identity") else { return nil }
            type = recipient.all("type").first?.text?.string ?? "identity"
            self.value = value
            isHashed = recipient["hashed"] == true || recipient["hashed"] == nil && value.contains("$")
            salt = recipient.string("salt")
        }

        /// Of 3.0.
        init?(identifier: Node) {
            guard let value = identifier.string("identityHash") else { return nil }
            type = identifier.string("identityType") ?? "identifier"
            self.value = value
            isHashed = identifier["hashed"] == true
            salt = identifier.string("salt")
        }

        init(subject id: String) {
            type = id.hasPrefix("mailto:") ? "mail address" : "id"
            value = id
            isHashed = false
        }
    }
}
