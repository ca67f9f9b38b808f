/// The name of a symbol from the library: `bi-` and words of lowercase letters and digits, with hyphens between them.
package struct SymbolName: Hashable, Sendable, CustomStringConvertible {
    private static let prefix = "bi-"
    private static let limit = 64

    package let description: String

    /// nil for the portal's own symbols, and for everything that is no name.
    package init?(_ text: String) {
        let words = text.utf8.dropFirst(Self.prefix.utf8.count)
            .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard text.hasPrefix(Self.prefix), text.utf8.count <= Self.limit,
            words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isPlain) })
        else { return nil }
        description = text
    }

    /// The same without `bi-`, as the library has it.
    package init?(inLibrary text: String) { self.init(Self.prefix + text) }

    /// What it is, in English words.
    package var title: String { String(description.dropFirst(Self.prefix.count)).replacing("-", with: " ") }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
