package import Foundation

/// A JSON value (RFC 8259) whose members keep their order, so that equal documents are equal bytes.
package indirect enum JSON: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case truth(Bool)
    case array([JSON])
    case object([Member])

    package struct Member: Sendable, Equatable {
        package var name: String
        package var value: JSON
    }

    /// Leaves out what is nil: Open Badges knows no `null`.
    package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// - Returns: nil for an empty list, which Open Badges 3.0 wants left out.
    package static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

    /// - Returns: nil for an empty text.
    package static func words(_ text: String) -> JSON? { text.isEmpty ? nil : .text(text) }

    /// ISO 8601 in UTC with whole seconds; parts of a second are dropped, as in a JWT's numeric date.
    package static func moment(_ date: Date) -> JSON { .text(date.wholeSeconds.formatted(.iso8601)) }

    /// The object with `more` behind its own members.
    func adding(_ more: KeyValuePairs<String, JSON?>) -> JSON { adding(members: JSON.object(more)) }

    func adding(members more: JSON) -> JSON {
        guard case .object(let members) = self, case .object(let others) = more else { return self }
        return .object(members + others)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
    package init(arrayLiteral values: JSON...) { self = .array(values) }
}

extension Date {
    var wholeSeconds: Date { Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.down)) }
    var numericDate: Int { Int(timeIntervalSince1970.rounded(.down)) }
}
