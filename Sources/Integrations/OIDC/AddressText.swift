import Foundation

/// An address that parameters are added to.
struct AddressText {
    private(set) var text: String

    init(_ base: String) { text = base }

    mutating func add(_ name: String, _ value: String) {
        text += "\(text.contains("?") ? "&" : "?")\(name)=\(Self.escaped(value))"
    }

    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
    )

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
