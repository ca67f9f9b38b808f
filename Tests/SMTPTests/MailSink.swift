import Foundation
import Glibc
import Synchronization

/// A mail server on a free port of this machine, one connection after the other on a thread of its own.
///
/// Whoever writes to busy@… is asked to wait (451), to gone@… refused for good (550); silent@… gets no answer. Any account
/// may send whose password is not "wrong".
final class MailSink: Sendable {
    struct Taken: Equatable {
        var from: String
        var to: String
        var message: String
    }

    struct NoSocket: Error {}

    let port: Int
    private let listener: Int32
    private let letters = Letters()

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        guard isBound else { throw NoSocket() }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [letters] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                var conversation = Conversation(connection: connection, letters: letters)
                conversation.run()
                close(connection)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// What came so far.
    var taken: [Taken] { letters.all }

    private final class Letters: Sendable {
        private let list = Mutex<[Taken]>([])
        var all: [Taken] { list.withLock { $0 } }
        func add(_ letter: Taken) { list.withLock { $0.append(letter) } }
    }

    /// What a server says to what a client says (RFC 5321).
    private struct Conversation {
        let connection: Int32
        let letters: Letters
        private var letter = Taken(from: "", to: "", message: "")

        init(connection: Int32, letters: Letters) {
            self.connection = connection
            self.letters = letters
        }

        mutating func run() {
            say("220 sink")
            while let line = line() {
                switch line.prefix(4).uppercased() {
                case "EHLO", "HELO": say("250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN")
                case "AUTH": logIn(line)
                case "NOOP": say("250 here")
                case "MAIL":
                    letter.from = String(line.dropFirst(10).prefix { $0 != " " })
                    say("250 fine")
                case "RCPT": answer(line)
                case "DATA": take()
                case "QUIT": return say("221 bye")
                default: say("500 what")
                }
            }
        }

        /// Everybody may, but for whose password is "wrong" (RFC 4616).
        private func logIn(_ line: String) {
            var words = line.split(separator: " ").dropFirst(2).map(String.init)
            if words.isEmpty {
                say("334 ")
                words = [self.line() ?? ""]
            }
            let said = Data(base64Encoded: words[0]).map { String(decoding: $0, as: UTF8.self) } ?? ""
            say(said.hasSuffix("\0wrong") ? "535 no" : "235 yes")
        }

        private mutating func answer(_ line: String) {
            if line.contains("silent@") { return }
            if line.contains("busy@") { return say("451 later") }
            if line.contains("gone@") { return say("550 nobody") }
            letter.to = String(line.dropFirst(8))
            say("250 fine")
        }

        private mutating func take() {
            say("354 go on")
            while let line = line(), line != "." {
                letter.message += (line.hasPrefix(".") ? String(line.dropFirst()) : line) + "\r\n"
            }
            letters.add(letter)
            say("250 taken")
        }

        private func say(_ text: String) {
            let bytes = Array("\(text)\r\n".utf8)
            _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }

        /// nil at the end.
        private func line() -> String? {
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) == 1 {
                if byte == UInt8(ascii: "\n") { return String(decoding: bytes.dropLast(), as: UTF8.self) }
                bytes.append(byte)
            }
            return nil
        }
    }
}
