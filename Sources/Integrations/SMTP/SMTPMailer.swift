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
        do {
            try await transfer(Delivery(message: message, to: letter.to)).check()
        } catch let error as DeliveryError {
            throw error
        } catch {
            throw .later("The password of the mail server is missing: \(error).")
        }
    }

    package func test() async -> [ConnectionStep] {
        do {
            return try await transfer(nil).steps(hasAccount: server.username != nil)
        } catch {
            let kinds: [ConnectionStep.Kind] = [.address, .connection, .key, .call]
            return kinds.map { kind in
                let problem = kind == .key ? "The password of the mail server is missing: \(error)." : nil
                return ConnectionStep(kind, milliseconds: nil, problem: problem)
            }
        }
    }

    private struct Delivery {
        var message: [UInt8]
        var to: EmailAddress
    }

    /// - Parameter delivery: nil to ask the server only whether it is there.
    /// - Throws: what hinders the reading of the password.
    private func transfer(_ delivery: Delivery?) async throws -> Outcome {
        let password = try server.password?.reveal()
        return await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: talk(delivery, password)) }
        }
    }

    /// Blocks until the server has answered.
    private func talk(_ delivery: Delivery?, _ password: String?) -> Outcome {
        let ourName = from.description.split(separator: "@").last.map(String.init) ?? "localhost"
        let texts = [
            server.url(calledBy: ourName), "<\(from)>", delivery.map { "<\($0.to)>" }, server.certificate,
            server.username, password,
        ].map { $0.flatMap { strdup($0) } }
        defer { for text in texts { free(text) } }
        var error = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var response = 0
        var times = laurel_smtp_times()
        let code = (delivery?.message ?? []).withUnsafeBytes { bytes in
            var mail = laurel_smtp(
                url: texts[0],
                requires_tls: server.security == .starttls ? 1 : 0,
                ca_file: texts[3],
                user: texts[4],
                password: texts[5],
                from: texts[1],
                to: texts[2],
                message: delivery == nil ? nil : bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                length: bytes.count,
                connect_ms: min(server.timeout, Self.connectLimit) * 1_000,
                total_ms: server.timeout * 1_000
            )
            return laurel_smtp_send(&mail, &error, &response, &times)
        }
        let reason = String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return Outcome(code: Int(code), response: response, reason: reason, times: Outcome.Times(times))
    }
}
