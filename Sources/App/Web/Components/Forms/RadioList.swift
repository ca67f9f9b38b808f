/// One choice, one a line, with a line of explanation each.
struct RadioList: Component {
    let name: String
    let label: String
    let choices: [Choice]
    var selected: String?
    var hint: String?
    var error: String?

    var html: HTML {
        let rows = choices.map { choice -> HTML in
            let hint: HTML? = choice.hint.map { "<span class=\"soft small\">\($0)</span>" }
            return """
                <label class="option"><input type="radio" name="\(name)" value="\(choice.value)"\
                \(attribute: "checked", when: choice.value == selected)><span><span dir="auto">\(choice.label)</span>\(hint)\
                </span></label>
                """
        }
        return FieldFrame(name, label: label, hint: hint, error: error).group(classes: "options", "\(rows)")
    }
}
