/// A single yes or no.
struct Checkbox: Component {
    let name: String
    let label: String
    var value = "on"
    var isOn = false
    var hint: String?

    var html: HTML {
        let hint: HTML? = hint.map { "<span class=\"soft small\">\($0)</span>" }
        return """
            <label class="option"><input type="checkbox" id="\(FieldFrame.id(for: name))" name="\(name)" value="\(value)"\
            \(attribute: "checked", when: isOn)><span><span dir="auto">\(label)</span>\(hint)</span></label>
            """
    }
}
