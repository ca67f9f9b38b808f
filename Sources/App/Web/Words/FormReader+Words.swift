import Core

extension FormReader {
    /// A text of at most `limit` characters, and of at least one when it is `required`; what is wrong is said in the
    /// reader's language.
    ///
    /// - Parameter label: what the form calls the field.
    mutating func text(_ field: String, label: Phrase, limit: Int, required: Bool) -> String {
        let text = text(field)
        if required, text.isEmpty {
            fail(field, Words.say(.fieldMissing, ["field": .text(Words[label])]))
        } else {
            check(text, as: field, label: label, limit: limit)
        }
        return text
    }

    /// Fails the field when its text is too long or cannot be stored.
    mutating func check(_ text: String, as field: String, label: Phrase, limit: Int) {
        let name = Words.Value.text(Words[label])
        if text.unicodeScalars.contains("\0") {
            fail(field, Words.say(.fieldUnstorable, ["field": name]))
        } else if text.count > limit {
            fail(
                field,
                Words.say(.fieldTooLong, ["field": name, "count": .count(text.count), "limit": .count(limit)])
            )
        }
    }
}
