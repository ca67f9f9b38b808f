import Core
import Foundation
import Testing

@testable import SMTP

@Suite("Letters on the Internet")
struct MailDocumentTests {
    private func document(name: String = "Priya", subject: String = "A badge", key: String = "k") throws -> [String] {
        let address = try #require(EmailAddress("priya@acme.example"))
        let letter = Letter(
            key: key,
            to: address,
            name: name,
            subject: subject,
            text: "Hello",
            html: "<p>Hello</p>",
            language: "ar",
            unsubscribe: URL(string: "https://badges.acme.example/mail/stop/x"),
            date: Date(timeIntervalSince1970: 1_795_475_640)
        )
        let bytes = MailDocument(letter, from: Mailbox(name: "Acme", address: address)).bytes
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("have the headers that RFC 5322, RFC 3834 and RFC 8058 ask for")
    func headers() throws {
        let lines = try document()
        for line in [
            "Date: Mon, 23 Nov 2026 23:14:00 +0000", "From: \"Acme\" <priya@acme.example>",
            "To: \"Priya\" <priya@acme.example>", "Subject: A badge", "Message-ID: <k@acme.example>",
            "Auto-Submitted: auto-generated", "List-Unsubscribe: <https://badges.acme.example/mail/stop/x>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "MIME-Version: 1.0",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test(
        "let no text begin a header of its own",
        arguments: ["x\r\nBcc: all@acme.example", "x\nBcc: y", "\r", "a\u{2028}Bcc: b", "\0", "\"", "\\", ""]
    )
    func injection(text: String) throws {
        let lines = try document(name: text, subject: text, key: text)
        #expect(!lines.contains { $0.hasPrefix("Bcc") })
        #expect(lines.prefix { !$0.isEmpty }.count == 11)
        #expect(!lines.joined().contains("\0"))
    }

    @Test(
        "encode what is not ASCII in words of at most 75 characters",
        arguments: ["🏅 Größe", "مرحبا بالعالم", "=?UTF-8?B?eA==?="]
    )
    func encoded(text: String) throws {
        let header = HeaderText.unstructured(String(repeating: text, count: 40))
        let words = header.components(separatedBy: "\r\n ")
        #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
        let decoded = words.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }
        #expect(decoded.map { String(decoding: $0, as: UTF8.self) }.joined() == String(repeating: text, count: 40))
    }

    @Test(
        "keep lines short",
        arguments: [String(repeating: "word ", count: 500), String(repeating: "x", count: 10_240)]
    )
    func short(text: String) throws {
        #expect(try document(subject: text).allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(
        "are quoted-printable",
        arguments: [
            ("a=b", "a=3Db"), ("é", "=C3=A9"), ("end ", "end=20"), ("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd"), (".", "=2E"),
            ("From x", "=46rom x"), ("", ""), ("a b", "a b"),
        ]
    )
    func quoted(text: String, encoded: String) {
        #expect(String(decoding: QuotedPrintable.encode(text), as: UTF8.self) == encoded)
    }

    @Test(
        "name a file in ASCII or as RFC 2231 says, and let the name begin no header",
        arguments: [
            ("badges.zip", "filename=\"badges.zip\""), ("a\"b\\c", #"filename="a\"b\\c""#),
            ("שלום 🏅.zip", "filename*=UTF-8''%D7%A9%D7%9C%D7%95%D7%9D%20%F0%9F%8F%85.zip"),
            ("x\r\nBcc: y", "filename=\"x  Bcc: y\""), ("\tä", "filename*=UTF-8''%20%C3%A4"),
        ]
    )
    func named(name: String, parameter: String) {
        #expect(HeaderText.parameter("filename", name) == parameter)
    }

    @Test(
        "are refused before a server is asked",
        arguments: [
            (#"{"host":"smtp.acme.example","from":"nobody"}"#, "/from"),
            (#"{"host":"a b","from":"a@b.example"}"#, "/host"),
            (#"{"host":"a/b","from":"a@b.example"}"#, "/host"),
            (#"{"host":"smtp.acme.example","from":"a@b.example","security":"none"}"#, "/security"),
            (#"{"host":"smtp.acme.example","from":"a@b.example","username":"x"}"#, "/username"),
        ]
    )
    func configured(json: String, pointer: String) throws {
        let configuration = try JSONDecoder().decode(SMTPPlugin.Configuration.self, from: Data(json.utf8))
        let context = PluginContext(id: "mail", directory: URL(filePath: "/"), now: { Date() }) { _ in NoHTTP() }
        let error = #expect(throws: ConfigProblem.self) { try SMTPPlugin.make(configuration, context) }
        #expect(error?.pointer == pointer)
    }
}

private struct NoHTTP: SourceHTTP {
    func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse {
        throw .unavailable("no network in tests")
    }
}
