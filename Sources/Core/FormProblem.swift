/// What is wrong with one field of a form.
package struct FormProblem: Sendable, Hashable {
    /// The `name` of the field in the form.
    package var field: String
    /// One sentence: what is wrong and what to do.
    package var message: String

    package init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

/// Everything that is wrong with a form, so that the person corrects it in one go.
package struct InvalidForm: PortalError {
    package let problems: [FormProblem]
    package init(_ problems: [FormProblem]) { self.problems = problems }

    package var kind: ErrorKind { .invalid }
    package var message: String { problems.map(\.message).joined(separator: " ") }
}

/// Reads the fields of a form one after the other and remembers what was wrong with each.
package struct FormReader {
    package let fields: [String: String]
    package private(set) var problems: [FormProblem] = []

    package init(_ fields: [String: String]) { self.fields = fields }

    /// The field's text without white space around it; empty when the form does not have it.
    package func text(_ field: String) -> String { (fields[field] ?? "").trimmed }

    package mutating func fail(_ field: String, _ message: String) {
        problems.append(FormProblem(field: field, message: message))
    }

    /// A text of at most `limit` characters, and of at least one when it is `required`.
    package mutating func text(_ field: String, called name: String, limit: Int, required: Bool) -> String {
        let text = text(field)
        if required, text.isEmpty {
            fail(field, "\(name) is missing.")
        } else if text.unicodeScalars.contains("\0") {
            fail(field, "\(name) holds a character that cannot be stored (NUL).")
        } else if text.count > limit {
            fail(field, "\(name) has \(text.count) characters; \(limit) fit.")
        }
        return text
    }

    /// - Throws: ``InvalidForm`` when any field so far was wrong.
    package func check() throws(InvalidForm) {
        guard problems.isEmpty else { throw InvalidForm(problems) }
    }
}
