import Core
import Foundation

/// A letter as the Internet carries it (RFC 5322, RFC 2045): text and HTML, of which the reader's program takes one, and
/// the attachment beside them.
struct MailDocument {
    let bytes: [UInt8]

    init(_ letter: Letter, from: Mailbox) {
        let domain = from.address.description.split(separator: "@").last.map(String.init) ?? "localhost"
        let key = String(
            letter.key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }.prefix(200)
        )
        var headers = [
            "Date: \(Self.date(letter.date))",
            "From: \(from.header)",
            "To: \(Mailbox(name: letter.name, address: letter.to).header)",
            "Subject: \(HeaderText.unstructured(letter.subject))",
            "Message-ID: <\(key)@\(domain)>",
            "Auto-Submitted: auto-generated",
            "Content-Language: \(letter.language)",
        ]
        if let address = letter.unsubscribe {
            headers.append("List-Unsubscribe: <\(address.absoluteString)>")
            headers.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        }
        headers.append("MIME-Version: 1.0")
        let contents = Self.contents(letter, boundary: String(key.prefix(40)))
        bytes = MailPart(headers: headers + contents.headers, body: contents.body).bytes
    }

    /// "=_" is in no line of quoted-printable or base64.
    private static func contents(_ letter: Letter, boundary: String) -> MailPart {
        let text = MailPart.multipart(
            "alternative",
            boundary: "=_laurel_\(boundary)",
            [.text("plain", letter.text), .text("html", letter.html)]
        )
        guard let attachment = letter.attachment else { return text }
        return .multipart("mixed", boundary: "=_letter_\(boundary)", [text, .attachment(attachment)])
    }

    private static func date(_ date: Date) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format.string(from: date)
    }
}
