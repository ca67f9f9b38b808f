import Core

/// The fields with which somebody gives a badge: a file, or a link or text.
struct BadgeInput: Component {
    var problems: [FormProblem] = []
    var text = ""

    var html: HTML {
        """
        <div class="drop">\(FileField(
            name: "file", label: Words[.givenFile], hint: Words[.givenFileHint],
            error: problems.first { $0.field == "file" }?.message,
            accept: "image/png,image/svg+xml,.json,.jsonld,.jwt,.jws,.txt,application/json,application/ld+json"
        ))</div>\(TextArea(
            name: "text", label: Words[.givenText], value: text,
            hint: Words[.givenTextHint],
            error: problems.first { $0.field == "text" }?.message, rows: 2, isOptional: true
        ))
        """
    }
}
