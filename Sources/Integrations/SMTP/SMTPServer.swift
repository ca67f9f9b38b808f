import Core

/// A mail server and how it is spoken to.
struct SMTPServer: Sendable {
    enum Security: String, Sendable {
        /// Begins in the clear and must change to TLS (RFC 3207).
        case starttls
        /// TLS from the first byte (RFC 8314).
        case tls
        /// For a server on this machine.
        case none
    }

    var host: String
    var port: Int
    var security: Security
    var username: String?
    var password: Secret?
    /// The path of a PEM file.
    var certificate: String?
    /// Seconds for one letter.
    var timeout: Int

    /// - Parameter name: what we call ourselves in EHLO.
    func url(calledBy name: String) -> String {
        "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)/\(name)"
    }
}
