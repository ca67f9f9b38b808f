import Foundation

/// An e-mail address in its canonical form: trimmed, NFC, lower case, one `@`.
///
/// Only the shape is checked; whether the mailbox exists is the identity provider's business.
package struct EmailAddress: Hashable, Sendable, Codable, CustomStringConvertible {
    package let description: String

    /// - Returns: nil when `text` has no local part, no domain, white space or control characters inside,
    ///   or more than 254 bytes (RFC 5321 §4.5.3).
    package init?(_ text: some StringProtocol) {
        let address = text.trimmed.precomposedStringWithCanonicalMapping.lowercased()
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, Self.isDomain(parts[1]), address.utf8.count <= 254,
            address.unicodeScalars.allSatisfy({
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            })
        else { return nil }
        description = address
    }

    /// Takes an address that was canonical when it was stored.
    package init(stored: String) { description = stored }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        guard let address = EmailAddress(try box.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: box, debugDescription: "not an e-mail address")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(description)
    }

    private static func isDomain(_ text: some Collection<UInt8>) -> Bool {
        let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }
}
