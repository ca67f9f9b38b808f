/// A name and where it leads.
struct TextLink: Component {
    let title: String
    let href: String

    /// For links whose title alone does not say where they lead, such as a number.
    var label: String?

    init(_ title: String, href: String, label: String? = nil) {
        self.title = title
        self.href = href
        self.label = label
    }

    var html: HTML {
        "<a href=\"\(url: href)\" dir=\"auto\"\(attribute: "aria-label", label)>\(title)</a>"
    }
}
