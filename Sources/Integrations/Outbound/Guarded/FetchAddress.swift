import Core
import Foundation

/// An address that may be asked, taken apart and written anew, so that nobody reads it differently later.
struct FetchAddress: Hashable, Sendable {
    private static let longest = 2_048

    let scheme: String
    /// Lower case; a name as it stands in DNS (`xn--…`), or an IP address without brackets.
    let host: String
    /// nil when the host is a name.
    let address: IPAddress?
    let port: Int
    /// Path and query.
    let target: String
    /// It is the portal's own.
    let isOwn: Bool

    /// - Throws: ``FetchError/refused(_:)``.
    init(_ text: String, _ policy: FetchPolicy) throws(FetchError) {
        guard text.utf8.count <= Self.longest else { throw .refused("is longer than 2,048 characters") }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
            let url = URL(string: text), let written = url.scheme?.lowercased()
        else { throw .refused("cannot be read") }
        guard ["http", "https"].contains(written) else { throw .refused("does not begin with https://") }
        guard url.user() == nil, url.password() == nil, !Self.authority(of: text).contains("@") else {
            throw .refused("holds a user name, an old trick to hide where it leads")
        }
        guard let named = url.host(percentEncoded: false), !named.isEmpty else { throw .refused("names no server") }
        let (host, address) = try Self.host(named, isBracketed: text.contains("://["))
        let port = url.port ?? (written == "https" ? 443 : 80)
        let isThisMachine = address?.isLoopback ?? (host == "localhost")
        let isTrial = isThisMachine && policy.allowsLoopback && policy.allowsHTTP
        let isOwnTrial = Self.isOwn("http://\(host)", port, url.path(percentEncoded: true), policy)
        // A did:web is always asked by https, and a portal that somebody tries out has no certificate.
        let scheme = isTrial || isOwnTrial ? "http" : written
        let path = url.path(percentEncoded: true)
        target = (path.isEmpty ? "/" : path) + (url.query(percentEncoded: true).map { "?\($0)" } ?? "")
        isOwn = Self.isOwn("\(scheme)://\(host)", port, path, policy)
        (self.scheme, self.host, self.address, self.port) = (scheme, host, address, port)
        guard !isOwn else { return }
        if isThisMachine, policy.allowsLoopback { return }
        guard scheme == "https" || policy.allowsHTTP else { throw .refused("does not begin with https://") }
        guard port == (scheme == "https" ? 443 : 80) || policy.ports.contains(port) else {
            throw .refused("names port \(port), where no web server should be")
        }
        try Self.check(host, address)
    }

    /// Without the port where it is the scheme's own.
    var origin: String {
        let name = address?.isIPv6 == true ? "[\(host)]" : host
        return port == (scheme == "https" ? 443 : 80) ? "\(scheme)://\(name)" : "\(scheme)://\(name):\(port)"
    }

    var text: String { origin + target }

    /// What stands between `://` and the path, as it was written.
    private static func authority(of text: String) -> Substring {
        guard let start = text.range(of: "://")?.upperBound else { return text[...] }
        return text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    }

    private static func host(_ named: String, isBracketed: Bool) throws(FetchError) -> (String, IPAddress?) {
        var host = named.lowercased()
        if isBracketed {
            guard let address = IPAddress(host), address.isIPv6 else { throw .refused("names no server that exists") }
            return (address.description, address)
        }
        if host.hasSuffix(".") { host.removeLast() }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, labels.allSatisfy(isLabel) else { throw .refused("names no server that exists") }
        // A name that ends in a number is an IP address (WHATWG URL §3.5), of which only the plain form is read.
        guard let last = labels.last, last.utf8.allSatisfy(\.isDigit) || last.hasPrefix("0x") else {
            return (host, nil)
        }
        guard let address = IPAddress(host) else { throw .refused("writes an IP address in an unusual way") }
        return (host, address)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count)
            && label.utf8.allSatisfy { byte in
                byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_")
            }
    }

    private static let privateEndings = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".onion"]

    private static func check(_ host: String, _ address: IPAddress?) throws(FetchError) {
        if let address {
            guard address.isPublic else { throw .refused(Self.notPublic) }
            return
        }
        guard host.contains("."), !privateEndings.contains(where: host.hasSuffix) else { throw .refused(notPublic) }
    }

    static let notPublic = "is not on the public internet"

    /// Public documents of the portal itself; nothing that changes something stands there.
    private static let ownPaths = ["/ob/", "/awards/", "/badges/", "/.well-known/"]

    private static func isOwn(_ origin: String, _ port: Int, _ path: String, _ policy: FetchPolicy) -> Bool {
        guard let own = policy.own.flatMap({ URL(string: $0) }), let host = own.host(), let scheme = own.scheme else {
            return false
        }
        return origin == "\(scheme)://\(host)".lowercased() && port == own.port ?? (scheme == "https" ? 443 : 80)
            && ownPaths.contains(where: path.hasPrefix) && !path.contains("..")
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
