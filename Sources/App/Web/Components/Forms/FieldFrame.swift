/// What every field has around its control: label, hint, error, and how they are tied to it.
struct FieldFrame {
    let id: String
    let label: String
    var hint: String?
    var error: String?
    var isOptional = false

    /// - Parameter form: which of several forms of the page it is in, whose fields have the same names.
    init(
        _ name: String,
        in form: String? = nil,
        label: String,
        hint: String? = nil,
        error: String? = nil,
        isOptional: Bool = false
    ) {
        id = Self.id(for: name, in: form)
        self.label = label
        self.hint = hint
        self.error = error
        self.isOptional = isOptional
    }

    /// The id of the control called `name`; ``ErrorSummary`` links to it.
    static func id(for name: String, in form: String? = nil) -> String { form.map { "f-\($0)-\(name)" } ?? "f-\(name)" }

    /// The attributes that tie hint and error to the control.
    var attributes: HTML {
        let described = [hint == nil ? nil : "\(id)-hint", error == nil ? nil : "\(id)-error"].compactMap(\.self)
        return """
            \(attribute: "aria-describedby", described.isEmpty ? nil : described.joined(separator: " "))\
            \(attribute: "aria-invalid", error == nil ? nil : "true")
            """
    }

    /// A label, and below it `control`.
    func around(_ control: HTML) -> HTML {
        """
        <div class="field"><label for="\(id)">\(label)\(optionalNote)</label>\(hintLine)\(control)\(errorLine)</div>
        """
    }

    /// A legend, and below it `choices` that belong together.
    ///
    /// The group takes the focus when somebody follows the link in the error summary.
    func group(classes: HTML, _ choices: HTML) -> HTML {
        """
        <fieldset class="field" id="\(id)"\(attributes)\(attribute: "tabindex", error == nil ? nil : "-1")>\
        <legend>\(label)\(optionalNote)</legend>\(hintLine)<div class="\(classes)">\(choices)</div>\(errorLine)</fieldset>
        """
    }

    private var optionalNote: HTML? { isOptional ? " <span class=\"soft\">\(Words[.optional])</span>" : nil }

    private var hintLine: HTML? { hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" } }

    private var errorLine: HTML? {
        error.map { text in
            "<p class=\"error\" id=\"\(id)-error\">\(Icon(.warning))<span dir=\"auto\">\(text)</span></p>"
        }
    }
}
