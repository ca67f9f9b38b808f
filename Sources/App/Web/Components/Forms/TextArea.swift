/// Several lines of text.
struct TextArea: Component {
    let name: String
    let label: String
    var value = ""
    var hint: String?
    var error: String?
    var rows = 3
    var isRequired = false
    var isOptional = false
    var maxLength: Int?

    /// A browser drops a line break right after `<textarea>`, so one is always written.
    var html: HTML {
        let frame = FieldFrame(name, label: label, hint: hint, error: error, isOptional: isOptional)
        return frame.around(
            """
            <textarea class="input" id="\(frame.id)" name="\(name)" rows="\(rows)" dir="auto"\
            \(attribute: "required", when: isRequired)\(attribute: "maxlength", maxLength.map(String.init))\
            \(frame.attributes)>
            \(value)</textarea>
            """
        )
    }
}
