import Crypto
import Foundation

/// To whom a badge says that it belongs (IdentityObject of Open Badges 2.0 and 3.0, and the subject's id).
package struct BadgeRecipient: Sendable, Equatable, Codable {
    /// Names that are one person's; matching one is enough.
    package var names: [Name]

    package struct Name: Sendable, Equatable, Codable {
        package enum Kind: String, Sendable, Codable {
            case email
            /// An address, a DID, a telephone number, …
            case other
        }

        package var kind: Kind
        /// In the clear, or `sha256$…`, `md5$…`.
        package var identity: String
        package var isHashed: Bool
        package var salt: String

        package init(_ kind: Kind, _ identity: String, isHashed: Bool = false, salt: String = "") {
            self.kind = kind
            self.identity = identity
            self.isHashed = isHashed
            self.salt = salt
        }
    }

    package init(_ names: [Name]) { self.names = names }

    /// Whether it names an e-mail address, in the clear or hashed.
    package var namesAddress: Bool { names.contains { $0.kind == .email } }

    package func matches(_ address: EmailAddress) -> Bool {
        names.contains { $0.kind == .email && $0.matches([address.description]) }
    }

    /// The same for an address as somebody typed it: hashes were made from it in any case.
    package func matches(typed text: String) -> Bool {
        guard let address = EmailAddress(text) else { return false }
        return names.contains { $0.kind == .email && $0.matches([address.description, text.trimmed]) }
    }
}

extension BadgeRecipient.Name {
    fileprivate func matches(_ candidates: [String]) -> Bool {
        guard isHashed else {
            let plain = identity.trimmed.lowercased().dropPrefix("mailto:")
            return candidates.contains { $0.lowercased() == plain }
        }
        let wanted = identity.trimmed.lowercased()
        return candidates.contains { candidate in
            let bytes = Array((candidate + salt).utf8)
            if wanted.hasPrefix("md5$") { return wanted == "md5$" + Insecure.MD5.hash(data: bytes).hexadecimal }
            return wanted == "sha256$" + SHA256.hash(data: bytes).hexadecimal
        }
    }
}

extension String {
    fileprivate func dropPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
