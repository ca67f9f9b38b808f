import Core
import Foundation

/// The one host that a source may talk to, and the addresses on it.
struct ProviderAddress: Sendable {
    let scheme: String
    let host: String
    /// nil when it is the scheme's own.
    let port: Int?
    /// Without a slash at the end; empty for the root.
    private let path: String

    /// - Throws: ``SourceError/unavailable(_:)`` when `base` is no http or https address, or holds a password.
    init(_ base: URL) throws(SourceError) {
        guard let parts = URLComponents(url: base, resolvingAgainstBaseURL: true),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.host?.lowercased(), !host.isEmpty
        else { throw .unavailable("baseURL is no http or https address.") }
        guard parts.user == nil, parts.password == nil else { throw .unavailable("baseURL may not hold a password.") }
        self.scheme = scheme
        self.host = host
        port = parts.port == (scheme == "https" ? 443 : 80) ? nil : parts.port
        path = parts.percentEncodedPath.split(separator: "/").map { "/" + $0 }.joined()
    }

    /// The whole address of `request`; its path may also be an address on this host that the provider gave.
    ///
    /// - Throws: ``SourceError/malformed(_:)`` for anything that leads elsewhere.
    func url(of request: SourceRequest) throws(SourceError) -> URL {
        var text: String
        if request.path.contains("://") {
            text = try checked(request.path).absoluteString
        } else {
            let segments = request.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard !segments.contains(".."), !segments.contains("."), !request.path.hasPrefix("/") else {
                throw .malformed("a path that leads out of the address of the provider.")
            }
            text = "\(origin)\(path)/\(segments.map(\.percentEncoded).joined(separator: "/"))"
        }
        for (name, value) in request.query.sorted(by: { $0.key < $1.key }) {
            text += "\(text.contains("?") ? "&" : "?")\(name.percentEncoded)=\(value.percentEncoded)"
        }
        return try checked(text)
    }

    /// The address to go on with when `current` redirects to `location`.
    func redirect(from current: URL, to location: String) throws(SourceError) -> URL {
        guard let target = URL(string: location, relativeTo: current)?.absoluteString else {
            throw .malformed("a redirect to something that is no address.")
        }
        return try checked(target)
    }

    private var origin: String { "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")" }

    private func checked(_ text: String) throws(SourceError) -> URL {
        guard let url = URL(string: text) else { throw .malformed("an address that cannot be read.") }
        let other = try ProviderAddress(url)
        guard other.origin == origin else {
            throw .unavailable("\(origin) sends us to \(other.origin), which is not the configured address.")
        }
        return url
    }
}

extension String {
    /// Every byte but RFC 3986's unreserved ones as %XX.
    var percentEncoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
