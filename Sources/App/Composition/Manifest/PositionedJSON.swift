/// A JSON value that knows where it stands, so that a mistake in it can be shown.
struct PositionedJSON: Sendable {
    enum Content: Sendable {
        case null
        case boolean(Bool)
        /// As it is written: no digit gets lost.
        case number(String)
        case string(String)
        case array([PositionedJSON])
        /// In the order of the file; no key stands twice.
        case object([Member])
    }

    struct Member: Sendable {
        var key: String
        /// Where the key begins.
        var position: TextPosition
        var value: PositionedJSON
    }

    /// Where the value begins.
    var position: TextPosition
    var content: Content

    /// The members of an object without comments; nil for anything else.
    var members: [Member]? {
        guard case .object(let members) = content else { return nil }
        return members.filter { !$0.isComment }
    }

    subscript(key: String) -> PositionedJSON? { members?.first { $0.key == key }?.value }

    /// The value without positions and comments.
    var plain: PlainJSON {
        switch content {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let text): .number(text)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.plain))
        case .object(let members):
            .object(members.filter { !$0.isComment }.map { .init(key: $0.key, value: $0.value.plain) })
        }
    }

    /// Finds the place a JSON pointer (RFC 6901) names, or the last place on the way there that exists.
    func position(at pointer: String) -> TextPosition {
        var value = self
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let next = value.child(token) else { break }
            value = next
        }
        return value.position
    }

    private func child(_ token: Substring) -> PositionedJSON? {
        if case .array(let elements) = content {
            guard let index = Int(token), elements.indices.contains(index) else { return nil }
            return elements[index]
        }
        return self[String(token).replacing("~1", with: "/").replacing("~0", with: "~")]
    }
}

extension PositionedJSON.Member {
    /// Keys that begin with `x-` or `//` are for people.
    var isComment: Bool { key.utf8.starts(with: "x-".utf8) || key.utf8.starts(with: "//".utf8) }
}

/// Why a text is not the JSON we read, and where.
///
/// Says nothing of what stands there: it could be a secret.
struct JSONProblem: Error, Equatable {
    var position: TextPosition
    var message: String
}
