/// A file from the reader's device.
struct FileField: Component {
    let name: String
    let label: String
    var hint: String?
    var error: String?
    /// As in `<input accept>`: "image/png,image/svg+xml".
    var accept: String?
    var isRequired = false
    var isOptional = false

    var html: HTML {
        let frame = FieldFrame(name, label: label, hint: hint, error: error, isOptional: isOptional)
        return frame.around(
            """
            <input class="input file" id="\(frame.id)" name="\(name)" type="file"\(attribute: "accept", accept)\
            \(attribute: "required", when: isRequired)\(frame.attributes)>
            """
        )
    }
}
