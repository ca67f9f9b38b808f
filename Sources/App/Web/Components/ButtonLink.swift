/// A link that looks like a button.
struct ButtonLink: Component {
    let title: String
    let href: String
    var kind = ButtonKind.plain
    var icon: Icon.Name?
    var isLarge = false
    var label: String?

    init(
        _ title: String,
        href: String,
        kind: ButtonKind = .plain,
        icon: Icon.Name? = nil,
        isLarge: Bool = false,
        label: String? = nil
    ) {
        self.title = title
        self.href = href
        self.kind = kind
        self.icon = icon
        self.isLarge = isLarge
        self.label = label
    }

    var html: HTML {
        let size: HTML = isLarge ? " button-large" : ""
        return """
            <a class="\(kind.classes)\(size)" href="\(url: href)"\(attribute: "aria-label", label)>\
            \(icon.map { Icon($0) })\(title)</a>
            """
    }
}
