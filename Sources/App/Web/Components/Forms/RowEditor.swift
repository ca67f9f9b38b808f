/// Rows of fields that one can add and take away; both send the form, so that they work without script.
struct RowEditor: Component {
    /// "Requirements"; also names the buttons' field: the server finds `add=…` or `remove=….2`.
    let name: String
    let label: String
    var hint: String?
    /// The fields of one row each.
    let rows: [HTML]
    /// "Add a requirement".
    let add: String
    /// "Requirement 2", from its number.
    let rowName: @Sendable (Int) -> String

    var html: HTML {
        let hint: HTML? = hint.map { "<p class=\"hint\">\($0)</p>" }
        let items = rows.enumerated().map { index, row -> HTML in
            let remove = Button(
                Words[.removeRow],
                kind: .quiet,
                icon: .trash,
                name: "remove",
                value: "\(name).\(index)",
                skipsChecks: true,
                label: Words.say(.removeNamed, ["row": .text(rowName(index + 1))])
            )
            return "<fieldset class=\"edit-row\"><legend>\(rowName(index + 1))</legend>\(row)\(remove)</fieldset>"
        }
        return """
            <fieldset class="field" id="\(FieldFrame.id(for: name))"><legend>\(label)</legend>\(hint)\(items)\
            \(Button(add, icon: .plus, name: "add", value: name, skipsChecks: true))</fieldset>
            """
    }
}
