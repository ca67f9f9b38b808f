import Core
import Foundation
import Testing

@testable import SMTP

@Suite("SMTP")
struct SMTPMailerTests {
    private func mailer(_ sink: MailSink, timeout: Int = 60) throws -> SMTPMailer {
        let server = SMTPServer(host: "127.0.0.1", port: sink.port, security: .none, timeout: timeout)
        return SMTPMailer(server: server, from: try #require(EmailAddress("badges@acme.example")), name: "Acme 🏅")
    }

    private func letter(to: String = "priya@acme.example", text: String = "Hello") throws -> Letter {
        Letter(
            key: "deliver.mail.7",
            to: try #require(EmailAddress(to)),
            name: "Priya",
            subject: "A badge",
            text: text,
            html: "<p>\(text)</p>",
            language: "en",
            unsubscribe: URL(string: "https://badges.acme.example/mail/stop/x"),
            date: Date(timeIntervalSince1970: 1_795_475_640)
        )
    }

    @Test("hands a letter to the server as it was written", arguments: ["Hello", "", ".\r\n..\r\nFrom x 🏅 مرحبا"])
    func sends(text: String) async throws {
        let sink = try MailSink()
        try await mailer(sink).send(letter(text: text))
        let taken = try #require(sink.taken.first)
        #expect(taken.from == "<badges@acme.example>" && taken.to == "<priya@acme.example>")
        #expect(taken.message.contains("Message-ID: <deliver.mail.7@acme.example>\r\n"))
        let expected = String(decoding: QuotedPrintable.encode(text), as: UTF8.self)
        #expect(taken.message.contains("\r\n\r\n\(expected)\r\n--=_laurel_"))
    }

    @Test("takes 10 kB without an end of line")
    func long() async throws {
        let sink = try MailSink()
        try await mailer(sink).send(letter(text: String(repeating: "é", count: 10_240)))
        #expect(sink.taken.first?.message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 } == true)
    }

    @Test("carries a file beside the words", arguments: [1, 57, 58, 100_000])
    func attached(count: Int) async throws {
        let sink = try MailSink()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
        var letter = try letter(text: "Hello 🐍")
        letter.attachment = Letter.Attachment(name: "badges.zip", mediaType: "application/zip", bytes: bytes)
        try await mailer(sink).send(letter)
        let message = try #require(sink.taken.first?.message)
        #expect(message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        let parts = message.components(separatedBy: "--=_letter_deliver.mail.7")
        #expect(parts.count == 4 && parts[3] == "--\r\n")
        #expect(parts[0].contains("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="))
        #expect(
            parts[1].hasPrefix("\r\nContent-Type: multipart/alternative;") && parts[1].contains("Hello =F0=9F=90=8D")
        )
        let file = parts[2].components(separatedBy: "\r\n\r\n")
        #expect(file[0].contains("Content-Disposition: attachment; filename=\"badges.zip\""))
        #expect(Data(base64Encoded: file[1], options: .ignoreUnknownCharacters) == Data(bytes))
    }

    @Test("tries again later when the server asks for it, and never when it refuses")
    func refused() async throws {
        let sink = try MailSink()
        let mailer = try mailer(sink)
        let (busy, gone) = (try letter(to: "busy@acme.example"), try letter(to: "gone@acme.example"))
        #expect(await Self.failure(mailer, busy).map(Self.isLater) == true)
        #expect(await Self.failure(mailer, gone).map(Self.isLater) == false)
        #expect(sink.taken.isEmpty)
    }

    @Test("says how far the way to the server goes, without a letter")
    func steps() async throws {
        let sink = try MailSink()
        let open = try await mailer(sink).test()
        #expect(Self.problems(open) == [.address: false, .connection: false, .call: false])
        let well = try await mailer(sink, password: "right 🐍").test()
        #expect(Self.problems(well) == [.address: false, .connection: false, .key: false, .call: false])
        let refused = try await mailer(sink, password: "wrong").test()
        #expect(Self.problems(refused) == [.address: false, .connection: false, .key: true])
        #expect(refused.map(\.kind) == [.address, .connection, .key, .call])
        let unset = try await mailer(sink, password: "").test()
        #expect(Self.problems(unset) == [.key: true] && unset.count == 4)
        let lost = SMTPServer(host: "127.0.0.1", port: 1, security: .none, timeout: 5)
        let nobody = await SMTPMailer(server: lost, from: try letter().to, name: nil).test()
        #expect(Self.problems(nobody) == [.address: false, .connection: true])
        #expect(sink.taken.isEmpty)
    }

    private func mailer(_ sink: MailSink, password: String) throws -> SMTPMailer {
        let file = FileManager.default.temporaryDirectory.appending(path: "password-\(UUID().uuidString)")
        try Data(password.utf8).write(to: file)
        let server = SMTPServer(
            host: "127.0.0.1",
            port: sink.port,
            security: .none,
            username: "badges",
            password: Secret(.file(file.path)),
            timeout: 60
        )
        return SMTPMailer(server: server, from: try letter().to, name: nil)
    }

    /// Of the steps that were tried or say why they were not, whether they failed.
    private static func problems(_ steps: [ConnectionStep]) -> [ConnectionStep.Kind: Bool] {
        let tried = steps.filter { $0.milliseconds != nil || $0.problem != nil }
        return Dictionary(uniqueKeysWithValues: tried.map { ($0.kind, $0.problem != nil) })
    }

    @Test("gives up on a server that does not answer, and on one that is not there")
    func silence() async throws {
        let sink = try MailSink()
        let silent = try letter(to: "silent@acme.example")
        #expect(await Self.failure(try mailer(sink, timeout: 1), silent).map(Self.isLater) == true)
        let server = SMTPServer(host: "127.0.0.1", port: 1, security: .none, timeout: 5)
        let nobody = SMTPMailer(server: server, from: silent.to, name: nil)
        #expect(await Self.failure(nobody, silent).map(Self.isLater) == true)
    }

    @Test("never speaks in the clear where STARTTLS is asked for")
    func clear() async throws {
        let sink = try MailSink()
        let server = SMTPServer(host: "127.0.0.1", port: sink.port, security: .starttls, timeout: 5)
        let mailer = SMTPMailer(server: server, from: try letter().to, name: nil)
        #expect(await Self.failure(mailer, try letter()).map(Self.isLater) == true)
    }

    @Test(
        "refuses addresses that would need quotes or SMTPUTF8",
        arguments: ["a\"b@c.example", "a>b@c.example", "用户@例え.example"]
    )
    func unplain(address: String) async throws {
        let mailer = SMTPMailer(
            server: SMTPServer(host: "127.0.0.1", port: 1, security: .none, timeout: 1),
            from: try letter().to,
            name: nil
        )
        #expect(await Self.failure(mailer, try letter(to: address)).map(Self.isLater) == false)
    }

    private static func failure(_ mailer: SMTPMailer, _ letter: Letter) async -> DeliveryError? {
        do {
            try await mailer.send(letter)
            return nil
        } catch {
            return error
        }
    }

    private static func isLater(_ error: DeliveryError) -> Bool {
        if case .later = error { return true }
        return false
    }
}
