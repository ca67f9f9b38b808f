/// A statement: text that a developer wrote, and values that are bound, never pasted into it.
///
/// `"SELECT name FROM person WHERE id = \(id)"` has the text `… WHERE id = $1` and one value. The text is the
/// subset that SQLite and PostgreSQL understand alike; where they differ, both stand in ``Words/init(sqlite:postgres:)``.
struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// What SQLite reads.
    ///
    /// `$1`, `$2`, … stand for the ``values``, in order.
    let text: String
    let values: [SQLValue]
    /// What PostgreSQL reads, where that is something else.
    private let postgresText: String?

    func text(for dialect: SQLDialect) -> String {
        switch dialect {
        case .sqlite: text
        case .postgres: postgresText ?? text
        }
    }

    init(stringLiteral text: String) {
        self.text = text
        values = []
        postgresText = nil
    }

    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
        postgresText = stringInterpolation.postgresText
    }

    /// A statement about tables whose names come from the database's own catalogue, never from outside.
    init(schema text: String, values: [SQLValue] = []) { self.init(text: text, values: values) }

    private init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
        postgresText = nil
    }

    /// Asks the database how it would run the statement, instead of running it.
    func queryPlan(_ dialect: SQLDialect) -> SQL {
        let question = dialect == .sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN "
        return SQL(text: question + text(for: dialect), values: values)
    }

    /// Words of a statement that several statements share; a literal, so that nothing from outside gets in.
    struct Words: Sendable {
        fileprivate let text: String
        fileprivate let postgresText: String

        init(_ text: StaticString) { self.init(sqlite: text, postgres: text) }

        /// What the two databases say differently.
        init(sqlite: StaticString, postgres: StaticString) {
            self.init(joined: sqlite.description, postgres.description)
        }

        private init(joined text: String, _ postgresText: String) {
            self.text = text
            self.postgresText = postgresText
        }

        static func + (left: Words, right: Words) -> Words {
            Words(joined: left.text + " " + right.text, left.postgresText + " " + right.postgresText)
        }
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        /// nil as long as it is the same.
        fileprivate var postgresText: String?
        fileprivate var values: [SQLValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) {
            text += literal
            postgresText?.append(literal)
        }

        mutating func appendInterpolation(_ words: Words) {
            if postgresText == nil, words.text != words.postgresText { postgresText = text }
            text += words.text
            postgresText?.append(words.postgresText)
        }

        mutating func appendInterpolation(_ value: some SQLConvertible) {
            values.append(value.sqlValue)
            appendLiteral("$")
            appendLiteral(String(values.count))
        }

        mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            appendInterpolation(value?.sqlValue ?? .null)
        }

        /// `($1, $2, …)`, for `IN`.
        ///
        /// The list is filled up to a power of two with its last value, so that few different texts have to be
        /// prepared; an empty list is `(NULL)`, in which nothing is.
        mutating func appendInterpolation(list: some Collection<some SQLConvertible>) {
            guard !list.isEmpty else { return appendLiteral("(NULL)") }
            var size = 1
            while size < list.count { size *= 2 }
            appendLiteral("(")
            for value in list { appendListed(value.sqlValue) }
            for _ in list.count..<size { appendListed(values[values.count - 1]) }
            appendLiteral(")")
        }

        /// `(…), (…)`, for `VALUES`; each value says of which type its column is.
        mutating func appendInterpolation(rows: [[SQLValue]]) {
            for (number, row) in rows.enumerated() {
                appendLiteral(number == 0 ? "(" : ", (")
                for (place, value) in row.enumerated() {
                    appendLiteral(place == 0 ? "CAST(" : ", CAST(")
                    appendInterpolation(value)
                    appendLiteral(" AS \(value.typeName))")
                }
                appendLiteral(")")
            }
        }

        private mutating func appendListed(_ value: SQLValue) {
            if !text.hasSuffix("(") { appendLiteral(", ") }
            appendInterpolation(value)
        }
    }
}
