/// A JSON value as it was written: members keep their order, numbers keep their text (RFC 8259).
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(Text)
    case array([JSON])
    case object(JSONObject)
}

/// The members of a JSON object; no name appears twice.
package typealias JSONObject = OrderedMap<JSON>

extension JSON {
    package var text: Text? { if case .string(let text) = self { text } else { nil } }
    package var object: JSONObject? { if case .object(let members) = self { members } else { nil } }
    package var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
    package var isNull: Bool { if case .null = self { true } else { false } }

    /// One value and an array of one value mean the same in JSON-LD.
    package var asArray: [JSON] { if case .array(let items) = self { items } else { [self] } }

    /// A member of an object; nil if this is not an object or has no such member.
    ///
    /// Setting a member of something that is not an object changes nothing.
    package subscript(name: Text) -> JSON? {
        get { object?[name] }
        set {
            guard case .object(var members) = self else { return }
            members[name] = newValue
            self = .object(members)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(Text(value)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(nilLiteral: ()) { self = .null }

    package init(dictionaryLiteral elements: (Text, JSON)...) {
        var members = JSONObject()
        for (name, value) in elements { members[name] = value }
        self = .object(members)
    }
}
