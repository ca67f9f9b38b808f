/// One line of text.
struct TextField: Component {
    let name: String
    /// Which of several forms of the page it is in, whose fields have the same names.
    var form: String?
    let label: String
    var value = ""
    var kind = Kind.text
    var hint: String?
    var error: String?
    /// Stands before the text and is not sent, the beginning of an address: "/badges/".
    var prefix: String?
    var isRequired = false
    var isOptional = false
    var autocomplete: String?
    /// As in `<input pattern>`: the browser reads it with the `v` flag, where a hyphen must be written `\-`.
    var pattern: String?
    var maxLength: Int?
    /// Fills the field of that name with a web address made from this one, until somebody types there.
    var proposes: String?
    /// What a browser offers while somebody types; anything else may be typed as well.
    var proposals: [String] = []

    enum Kind: String {
        case text
        case email
        case url
        case number
        case date
        case search
        case password
    }

    /// Addresses read from left to right in every language.
    private var isAddress: Bool { prefix != nil || kind == .email || kind == .url }

    var html: HTML {
        let frame = FieldFrame(name, in: form, label: label, hint: hint, error: error, isOptional: isOptional)
        let input: HTML = """
            <input class="input" id="\(frame.id)" name="\(name)" type="\(kind.rawValue)" value="\(value)" \
            dir="\(isAddress ? "ltr" : "auto")"\(attribute: "required", when: isRequired)\
            \(attribute: "autocomplete", autocomplete)\(attribute: "pattern", pattern)\
            \(attribute: "maxlength", maxLength.map(String.init))\
            \(attribute: "data-proposes", proposes.map { FieldFrame.id(for: $0, in: form) })\
            \(attribute: "list", proposals.isEmpty ? nil : listID(frame))\(frame.attributes)>\(list(frame))
            """
        guard let prefix else { return frame.around(input) }
        return frame.around("<div class=\"affix\" dir=\"ltr\"><span>\(prefix)</span>\(input)</div>")
    }

    private func listID(_ frame: FieldFrame) -> String { "\(frame.id)-list" }

    private func list(_ frame: FieldFrame) -> HTML? {
        guard !proposals.isEmpty else { return nil }
        let options = proposals.map { "<option value=\"\($0)\">" as HTML }
        return "<datalist id=\"\(listID(frame))\">\(options)</datalist>"
    }
}
