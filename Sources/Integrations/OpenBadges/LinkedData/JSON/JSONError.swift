/// Why a text is not taken as JSON.
package enum JSONError: Error, Equatable, CustomStringConvertible {
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case duplicateMember(Text)
    /// `offset` counts bytes from the start of the text.
    case syntax(expected: String, offset: Int)
    case invalidUnicode(offset: Int)
    /// JCS writes doubles only.
    case numberOutOfRange(Text)

    package var description: String {
        switch self {
        case .tooLarge(let limit): "The document is larger than \(limit) bytes."
        case .tooDeep(let limit): "The document is nested more than \(limit) levels deep."
        case .duplicateMember(let name): "The member “\(name)” appears twice in one object."
        case .syntax(let expected, let offset): "Byte \(offset) is not valid JSON: expected \(expected)."
        case .invalidUnicode(let offset): "The string at byte \(offset) is not valid Unicode."
        case .numberOutOfRange(let text): "The number \(text) is larger than a double can be."
        }
    }
}

/// How large a document may be before reading stops.
package struct JSONLimits: Sendable {
    package var bytes = 1 << 20
    package var depth = 64

    package init() {}
}
