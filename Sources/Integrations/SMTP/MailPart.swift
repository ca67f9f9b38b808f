import Core
import Foundation

/// A part of a message with its headers (RFC 2045 §3); parts may hold parts (RFC 2046 §5.1).
struct MailPart {
    var headers: [String]
    var body: [UInt8]

    var bytes: [UInt8] { Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body }

    static func text(_ type: String, _ content: String) -> MailPart {
        MailPart(
            headers: ["Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
            body: QuotedPrintable.encode(content)
        )
    }

    static func attachment(_ file: Letter.Attachment) -> MailPart {
        let lines = Data(file.bytes).base64EncodedData(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
        )
        return MailPart(
            headers: [
                "Content-Type: \(file.mediaType)", "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment; \(HeaderText.parameter("filename", file.name))",
            ],
            body: Array(lines)
        )
    }

    /// - Parameter boundary: begins no line of the parts.
    static func multipart(_ type: String, boundary: String, _ parts: [MailPart]) -> MailPart {
        var body: [UInt8] = []
        for part in parts { body += Array("--\(boundary)\r\n".utf8) + part.bytes + [0x0D, 0x0A] }
        body += Array("--\(boundary)--\r\n".utf8)
        return MailPart(headers: ["Content-Type: multipart/\(type); boundary=\"\(boundary)\""], body: body)
    }
}
