/// Addresses that may stand in `href`, `src` and `action`.
enum SafeAddress {
    static let refused = "about:invalid"

    /// Whether `address` is relative or begins with http, https or mailto.
    ///
    /// Browsers drop control characters and leading spaces before they look for the scheme, so these are refused.
    static func allows(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        if address.first == UInt8(ascii: " ") { return false }
        var scheme: Int?
        var isPath = false
        for index in address.indices {
            switch address[index] {
            case 0..<0x20, 0x7F: return false
            case UInt8(ascii: ":"): if !isPath, scheme == nil { scheme = index }
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): isPath = true
            default: break
            }
        }
        guard let scheme else { return true }
        return ["http", "https", "mailto"].contains(String(decoding: address[..<scheme], as: UTF8.self).lowercased())
    }
}
