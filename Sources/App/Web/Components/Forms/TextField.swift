/// One line of text.
struct TextField: Component {
    let name: String
    let label: String
    var value = ""
    var kind = Kind.text
    var hint: String?
    var error: String?
    /// Stands before the text and is not sent: "/badges/".
    var prefix: String?
    var isRequired = false
    var isOptional = false
    var autocomplete: String?
    /// As in `<input pattern>`: the browser reads it with the `v` flag, where a hyphen must be written `\-`.
    var pattern: String?
    var maxLength: Int?
    /// Fills the field of that name with a web address made from this one, until somebody types there.
    var proposes: String?

    enum Kind: String {
        case text
        case email
        case url
        case number
        case date
        case search
        case password
    }

    var html: HTML {
        let frame = FieldFrame(name, label: label, hint: hint, error: error, isOptional: isOptional)
        let input: HTML = """
            <input class="input" id="\(frame.id)" name="\(name)" type="\(kind.rawValue)" value="\(value)" \
            dir="\(kind == .email || kind == .url ? "ltr" : "auto")"\(attribute: "required", when: isRequired)\
            \(attribute: "autocomplete", autocomplete)\(attribute: "pattern", pattern)\
            \(attribute: "maxlength", maxLength.map(String.init))\
            \(attribute: "data-proposes", proposes.map(FieldFrame.id))\(frame.attributes)>
            """
        guard let prefix else { return frame.around(input) }
        return frame.around("<div class=\"affix\"><span dir=\"ltr\">\(prefix)</span>\(input)</div>")
    }
}

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
