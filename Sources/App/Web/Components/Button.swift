/// A button that sends the form in which it stands.
struct Button: Component {
    let title: String
    var kind = ButtonKind.plain
    var icon: Icon.Name?
    var isLarge = false
    var name: String?
    var value: String?
    /// Sends to another address than the form does.
    var action: String?
    /// For "add a row" and the like: the browser does not complain about fields that are still empty.
    var skipsChecks = false
    /// For buttons whose title alone does not say to what they belong.
    var label: String?

    init(
        _ title: String,
        kind: ButtonKind = .plain,
        icon: Icon.Name? = nil,
        isLarge: Bool = false,
        name: String? = nil,
        value: String? = nil,
        action: String? = nil,
        skipsChecks: Bool = false,
        label: String? = nil
    ) {
        self.title = title
        self.kind = kind
        self.icon = icon
        self.isLarge = isLarge
        self.name = name
        self.value = value
        self.action = action
        self.skipsChecks = skipsChecks
        self.label = label
    }

    var html: HTML {
        let size: HTML = isLarge ? " button-large" : ""
        let target: HTML? = action.map { " formaction=\"\(url: $0)\"" }
        return """
            <button class="\(kind.classes)\(size)"\(attribute: "name", name)\(attribute: "value", value)\(target)\
            \(attribute: "formnovalidate", when: skipsChecks)\(attribute: "aria-label", label)>\
            \(icon.map { Icon($0) })\(title)</button>
            """
    }
}
