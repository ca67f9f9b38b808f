import Core
import Foundation

/// The provider's name of a person, with what it means (SAML Core §2.2.3).
struct NameID: Sendable, Equatable {
    var value: String
    var format: String
    var nameQualifier: String?
    var spNameQualifier: String?

    static let unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    static let transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    static let emailAddress = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"

    /// - Throws: when it is empty, long, or holds elements.
    init(_ element: XMLElement) throws(SignInRefusal) {
        guard let text = element.text, !text.trimmed.isEmpty, text.trimmed.utf8.count <= 255 else {
            throw .rejected("a NameID that is no text, or none of up to 255 characters")
        }
        value = text.trimmed
        format = element["Format"] ?? Self.unspecified
        nameQualifier = element["NameQualifier"]
        spNameQualifier = element["SPNameQualifier"]
    }

    /// What the person goes by here; another format is another person.
    var key: String { "\(format.split(separator: ":").last ?? "")/\(value)" }

    /// The same text for the same name, to be kept with a session and found again.
    var hint: String {
        [value, format, nameQualifier ?? "", spNameQualifier ?? ""]
            .map { Data($0.utf8).base64EncodedString() }.joined(separator: ".")
    }

    init?(hint: String) {
        let parts = hint.split(separator: ".", omittingEmptySubsequences: false).map { part in
            Data(base64Encoded: String(part)).flatMap { String(validating: $0, as: UTF8.self) }
        }
        guard parts.count == 4, let value = parts[0], let format = parts[1], !value.isEmpty else { return nil }
        self.value = value
        self.format = format
        nameQualifier = parts[2]?.isEmpty == false ? parts[2] : nil
        spNameQualifier = parts[3]?.isEmpty == false ? parts[3] : nil
    }
}
