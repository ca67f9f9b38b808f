import CCurl
package import Core
import Foundation

/// Sends letters to a mail server (RFC 5321) with libcurl, which waits on a thread of its own.
package struct SMTPMailer: Mailer {
    private static let queue = DispatchQueue(label: "laurel.smtp", attributes: .concurrent)
    private static let connectLimit = 10

    let server: SMTPServer
    let from: EmailAddress
    let name: String?

    package func send(_ letter: Letter) async throws(DeliveryError) {
        guard Mailbox.isPlain(letter.to) else {
            throw .never("This address cannot be written to by SMTP without SMTPUTF8.")
        }
        let message = MailDocument(letter, from: Mailbox(name: name ?? "", address: from)).bytes
        let password: String?
        do {
            password = try server.password?.reveal()
        } catch {
            throw .later("The password of the mail server is missing: \(error).")
        }
        let outcome = await withCheckedContinuation { continuation in
            Self.queue.async {
                continuation.resume(returning: transfer(message, to: letter.to, password: password))
            }
        }
        try outcome.check()
    }

    /// Blocks until the server has answered.
    private func transfer(_ message: [UInt8], to: EmailAddress, password: String?) -> Outcome {
        let ourName = from.description.split(separator: "@").last.map(String.init) ?? "localhost"
        let texts = [
            server.url(calledBy: ourName), "<\(from)>", "<\(to)>", server.certificate, server.username, password,
        ].map { $0.flatMap { strdup($0) } }
        defer { for text in texts { free(text) } }
        var error = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var response = 0
        let code = message.withUnsafeBytes { bytes in
            var mail = laurel_smtp(
                url: texts[0],
                requires_tls: server.security == .starttls ? 1 : 0,
                ca_file: texts[3],
                user: texts[4],
                password: texts[5],
                from: texts[1],
                to: texts[2],
                message: bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                length: bytes.count,
                connect_ms: min(server.timeout, Self.connectLimit) * 1_000,
                total_ms: server.timeout * 1_000
            )
            return laurel_smtp_send(&mail, &error, &response)
        }
        let reason = String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return Outcome(code: Int(code), response: response, reason: reason)
    }
}

/// What libcurl says about a transfer.
struct Outcome: Sendable, Equatable {
    /// A `CURLcode`.
    var code: Int
    /// The last reply of the server (RFC 5321 §4.2), or 0.
    var response: Int
    var reason: String

    /// A refusal of the account is for an administrator to mend, so the letter waits; other replies that begin with 5
    /// are final.
    func check() throws(DeliveryError) {
        guard code != Int(CURLE_OK.rawValue) else { return }
        let text = "The mail server did not take it: \(reason.isEmpty ? "error \(code)" : reason)."
        let isAccount = code == Int(CURLE_LOGIN_DENIED.rawValue) || [530, 534, 535, 538].contains(response)
        throw (500...599).contains(response) && !isAccount ? .never(text) : .later(text)
    }
}
