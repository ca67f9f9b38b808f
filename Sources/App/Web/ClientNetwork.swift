import Core
import Foundation

/// Where a request comes from, as limits count: one address of IPv4, or the /64 that one customer has of IPv6.
enum ClientNetwork {
    /// An address of IPv4 that arrives in IPv6's clothes (`::ffff:192.0.2.1`) without them; other text as it is.
    static func address(_ text: String) -> String {
        guard let bytes = bytes(text), Array(bytes.prefix(12)) == mapped else { return text }
        return bytes.suffix(4).map(String.init).joined(separator: ".")
    }

    static func name(_ text: String) -> String {
        let address = address(text)
        guard let bytes = bytes(address) else { return address }
        return Array(bytes.prefix(8)).hexadecimal + "/64"
    }

    private static let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

    /// nil for all but IPv6.
    private static func bytes(_ text: String) -> [UInt8]? {
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
        return withUnsafeBytes(of: address) { Array($0) }
    }
}
