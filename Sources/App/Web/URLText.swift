import Foundation

/// Text in addresses.
enum URLText {
    /// Percent-encodes everything but the unreserved characters (RFC 3986 §2.3), so that it fits a query or a path.
    static func query(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
    )

    /// An address within the portal to go on to: one that a foreign site could not have put there.
    ///
    /// - Returns: `/` for everything that is not a path of our own.
    static func localPath(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), text.utf8.count <= 1_000,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            !text.hasPrefix("//"), !text.hasPrefix("/login"), !text.hasPrefix("/logout")
        else { return "/" }
        return text
    }
}
