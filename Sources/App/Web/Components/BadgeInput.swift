import Core

/// The fields with which somebody gives a badge: a file, or a link or text.
struct BadgeInput: Component {
    var problems: [FormProblem] = []
    var text = ""

    var html: HTML {
        """
        <div class="drop">\(FileField(
            name: "file", label: "Badge file", hint: "PNG, SVG, JSON or JWT. You can drop it here.",
            error: problems.first { $0.field == "file" }?.message,
            accept: "image/png,image/svg+xml,.json,.jsonld,.jwt,.jws,.txt,application/json,application/ld+json"
        ))</div>\(TextArea(
            name: "text", label: "Or a link, or the badge's text", value: text,
            hint: "The address of the badge, its number, or everything from its file.",
            error: problems.first { $0.field == "text" }?.message, rows: 2, isOptional: true
        ))
        """
    }
}
