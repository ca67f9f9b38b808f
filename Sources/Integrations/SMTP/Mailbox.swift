import Core

/// A name and an address, as they stand in a header.
struct Mailbox: Sendable, Equatable {
    var name: String
    var address: EmailAddress

    var header: String {
        name.isEmpty ? address.description : "\(HeaderText.phrase(name)) <\(address)>"
    }

    /// Whether the address needs neither quotes (RFC 5321 §4.1.2, `Dot-string`) nor SMTPUTF8.
    static func isPlain(_ address: EmailAddress) -> Bool {
        let parts = address.description.utf8.split(separator: UInt8(ascii: "@"))
        guard parts.count == 2, parts[0].count <= 64 else { return false }
        let atoms = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtom) }
            && parts[1].allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
