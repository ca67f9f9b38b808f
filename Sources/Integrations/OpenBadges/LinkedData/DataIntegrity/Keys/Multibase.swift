import Foundation

/// Bytes as text that says how it is to be read (Controlled Identifiers §2.4).
package enum Multibase {
    /// Base58 (`z`) or base64url without padding (`u`), the two that Data Integrity uses; nil for everything else.
    package static func decode(_ text: Text) -> [UInt8]? {
        switch text.utf8.first {
        case UInt8(ascii: "z"): Base58.decode(text.utf8.dropFirst())
        case UInt8(ascii: "u"): base64URL(text.utf8.dropFirst())
        default: nil
        }
    }

    /// Base64url without padding (RFC 4648 §5).
    package static func base64URL(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var standard: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
            case _ where byte.isASCIILetter || byte.isASCIIDigit: standard.append(byte)
            default: return nil
            }
        }
        while standard.count % 4 != 0 { standard.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(standard)).map { Array($0) }
    }
}
