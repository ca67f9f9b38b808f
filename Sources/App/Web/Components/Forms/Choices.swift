/// One of the values a field may have.
struct Choice {
    let value: String
    let label: String
    /// A line below the label.
    var hint: String?
    /// Drawn in place of the label, which screen readers still say.
    var picture: HTML?

    init(_ value: String, _ label: String, hint: String? = nil, picture: HTML? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
        self.picture = picture
    }
}

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

/// One choice among pictures or short words, all in sight.
struct RadioTiles: Component {
    let name: String
    let label: String
    let choices: [Choice]
    var selected: String?
    var hint: String?
    var error: String?
    /// After the tiles: "More symbols".
    var more: HTML?

    var html: HTML {
        let tiles = choices.map { choice -> HTML in
            let shown: HTML =
                choice.picture.map { "\($0)<span class=\"vh\">\(choice.label)</span>" }
                ?? "<span dir=\"auto\">\(choice.label)</span>"
            return """
                <label\(attribute: "title", choice.picture == nil ? nil : choice.label)><input type="radio" name="\(name)" \
                value="\(choice.value)"\(attribute: "checked", when: choice.value == selected)>\(shown)</label>
                """
        }
        return FieldFrame(name, label: label, hint: hint, error: error).group(classes: "tiles-pick", "\(tiles)\(more)")
    }
}

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
