/// A statement: text that a developer wrote, and values that are bound, never pasted into it.
///
/// `"SELECT name FROM person WHERE id = \(id)"` has the text `… WHERE id = $1` and one value. The text is the
/// subset that SQLite and PostgreSQL understand alike.
struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// `$1`, `$2`, … stand for the ``values``, in order.
    let text: String
    let values: [SQLValue]

    init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    private init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    /// Asks SQLite how it would run the statement, instead of running it.
    var queryPlan: SQL { SQL(text: "EXPLAIN QUERY PLAN " + text, values: values) }

    /// Words of a statement that several statements share; a literal, so that nothing from outside gets in.
    struct Words: Sendable {
        fileprivate let text: String
        init(_ text: StaticString) { self.text = text.description }
        private init(joined text: String) { self.text = text }

        static func + (left: Words, right: Words) -> Words { Words(joined: left.text + " " + right.text) }
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [SQLValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ words: Words) { text += words.text }

        mutating func appendInterpolation(_ value: some SQLConvertible) {
            values.append(value.sqlValue)
            text += "$"
            text += String(values.count)
        }

        mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            appendInterpolation(value?.sqlValue ?? .null)
        }

        /// `($1, $2, …)`, for `IN`.
        ///
        /// The list is filled up to a power of two with its last value, so that few different texts have to be
        /// prepared; an empty list is `(NULL)`, in which nothing is.
        mutating func appendInterpolation(list: some Collection<some SQLConvertible>) {
            guard !list.isEmpty else { return text += "(NULL)" }
            var size = 1
            while size < list.count { size *= 2 }
            text += "("
            for value in list { appendListed(value.sqlValue) }
            for _ in list.count..<size { appendListed(values[values.count - 1]) }
            text += ")"
        }

        private mutating func appendListed(_ value: SQLValue) {
            if !text.hasSuffix("(") { text += ", " }
            appendInterpolation(value)
        }
    }
}
