import Core
import Foundation

/// RFC 4648 §5 without padding, in its one canonical form.
enum Base64URL {
    /// - Returns: nil for padding, other letters, and bits that belong to no byte.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isPlain else { return nil }
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), data.base64URL == String(text) else { return nil }
        return Array(data)
    }
}
