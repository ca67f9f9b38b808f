/// One choice from a list that folds.
struct SelectField: Component {
    let name: String
    let label: String
    let choices: [Choice]
    var selected: String?
    var hint: String?
    var error: String?
    var isRequired = false
    var isOptional = false

    var html: HTML {
        let frame = FieldFrame(name, label: label, hint: hint, error: error, isOptional: isOptional)
        let options = choices.map { choice -> HTML in
            """
            <option value="\(choice.value)"\(attribute: "selected", when: choice.value == selected)>\(choice.label)</option>
            """
        }
        return frame.around(
            """
            <select class="input" id="\(frame.id)" name="\(name)" dir="auto"\(attribute: "required", when: isRequired)\
            \(frame.attributes)>\(options)</select>
            """
        )
    }
}
