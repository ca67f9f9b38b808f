import Core
import Foundation

/// Messages in a form (SAML Bindings §3.5).
enum PostBinding {
    static let limit = 256 << 10

    /// The message in a field.
    static func message(_ text: String?) throws(SignInRefusal) -> [UInt8] {
        guard let text, !text.isEmpty else { throw .rejected("no message") }
        guard text.utf8.count <= limit * 3 / 2 else { throw .rejected("a message that is too long") }
        // Lines as MIME breaks them, and nothing else besides base64.
        let plain = text.filter { $0 != "\r" && $0 != "\n" && $0 != "\r\n" }
        guard let data = Data(base64Encoded: plain), data.base64EncodedString() == plain, data.count <= limit else {
            throw .rejected("a message that is no base64, or too long")
        }
        return Array(data)
    }

    static func form(
        _ place: String,
        _ field: String,
        _ message: [UInt8],
        relayState: String?
    ) -> Departure {
        var fields = [field: Data(message).base64EncodedString()]
        fields["RelayState"] = relayState
        return .post(to: place, fields: fields)
    }
}
