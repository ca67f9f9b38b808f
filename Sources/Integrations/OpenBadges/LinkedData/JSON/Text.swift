import Foundation

/// A string that is equal to another only if their UTF-8 bytes are.
///
/// `String` compares by canonical equivalence: to it U+212A (KELVIN SIGN) *is* the letter K, so that a member called
/// `public\u{212A}eyJwk` would be found under `publicKeyJwk`, and two IRIs that differ would be one. JSON, RDF and
/// every signature over them compare code point by code point, and so does `Text`. The order of texts is that of
/// their code points too, which is the order that RDFC-1.0 sorts by.
package struct Text: Hashable, Sendable {
    package let string: String

    package init(_ string: String) {
        var string = string
        string.makeContiguousUTF8()
        self.string = string
    }

    /// nil unless `bytes` are well-formed UTF-8.
    package init?(validating bytes: some Sequence<UInt8>) {
        guard let string = String(validating: bytes, as: UTF8.self) else { return nil }
        self.string = string
    }

    /// For bytes that we wrote ourselves.
    package init(ascii bytes: some Collection<UInt8>) {
        string = String(decoding: bytes, as: UTF8.self)
    }

    package var count: Int { string.utf8.count }
    package var isEmpty: Bool { string.isEmpty }
    package var utf8: String.UTF8View { string.utf8 }

    /// Lends the bytes; a native Swift string always has them in one piece.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        string.utf8.withContiguousStorageIfAvailable(body) ?? Array(string.utf8).withUnsafeBufferPointer(body)
    }

    package static func == (left: Text, right: Text) -> Bool {
        left.withBytes { left in
            right.withBytes { right in
                left.count == right.count && compare(left, right) == 0
            }
        }
    }

    package func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    package func hasPrefix(_ prefix: Text) -> Bool {
        withBytes { bytes in
            prefix.withBytes { prefix in
                bytes.count >= prefix.count
                    && compare(UnsafeBufferPointer(rebasing: bytes[..<prefix.count]), prefix) == 0
            }
        }
    }

    package func contains(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }
}

extension Text: Comparable {
    package static func < (left: Text, right: Text) -> Bool {
        left.withBytes { left in right.withBytes { compare(left, $0) < 0 } }
    }
}

extension Text: ExpressibleByStringInterpolation, CustomStringConvertible {
    package init(stringLiteral value: String) { self.init(value) }
    package var description: String { string }

    package static func + (left: Text, right: Text) -> Text { Text(left.string + right.string) }
}

/// Compares like `memcmp`; of two texts of which one begins with the other, the shorter comes first.
func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let leftBytes = left.baseAddress, let rightBytes = right.baseAddress {
        let order = memcmp(leftBytes, rightBytes, common)
        if order != 0 { return Int(order) }
    }
    return left.count - right.count
}
