import Foundation

/// The did:web method: a DID that is the address of its document.
package enum DIDWeb {
    /// `did:web:host%3Aport:a:b` → `https://host:port/a/b/did.json`; without a path `/.well-known/did.json`.
    ///
    /// - Returns: nil for everything that could lead somewhere else than it seems to.
    package static func address(of did: Text) -> Text? {
        let parts = did.string.dropFirst("did:web:".count).split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { return nil }
        let authority = first.replacingOccurrences(of: "%3A", with: ":", options: .caseInsensitive)
        guard isHost(authority), parts.dropFirst().allSatisfy(isSegment) else { return nil }
        let path = parts.count == 1 ? "/.well-known" : parts.dropFirst().map { "/" + $0 }.joined()
        return Text("https://\(authority)\(path)/did.json")
    }

    /// A host name, and perhaps a port.
    private static func isHost(_ authority: String) -> Bool {
        let parts = authority.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return false }
        let isPort = parts.count == 1 || ((1...5).contains(parts[1].count) && parts[1].allSatisfy(\.isASCIIDigit))
        return isPort
            && host.allSatisfy { byte in
                byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            }
    }

    private static func isSegment(_ segment: Substring) -> Bool {
        guard !segment.isEmpty, segment != ".", segment != ".." else { return false }
        return segment.utf8.allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
        }
    }
}
