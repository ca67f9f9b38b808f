import Core
import Foundation

/// A letter as the Internet carries it (RFC 5322, RFC 2045): text and HTML, of which the reader's program takes one.
struct MailDocument {
    let bytes: [UInt8]

    init(_ letter: Letter, from: Mailbox) {
        let domain = from.address.description.split(separator: "@").last.map(String.init) ?? "localhost"
        let key = String(
            letter.key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }.prefix(200)
        )
        // "=_" is in no line of quoted-printable.
        let boundary = "=_laurel_\(key.prefix(40))"
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
        headers.append("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
        var bytes = Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        for (type, content) in [("text/plain", letter.text), ("text/html", letter.html)] {
            bytes += Array("--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n".utf8)
            bytes += Array("Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
            bytes += QuotedPrintable.encode(content) + [0x0D, 0x0A]
        }
        self.bytes = bytes + Array("--\(boundary)--\r\n".utf8)
    }

    private static func date(_ date: Date) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format.string(from: date)
    }
}
