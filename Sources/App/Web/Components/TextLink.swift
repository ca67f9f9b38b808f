/// A name and where it leads.
struct TextLink: Component {
    let title: String
    let href: String

    init(_ title: String, href: String) {
        self.title = title
        self.href = href
    }

    var html: HTML { "<a href=\"\(url: href)\" dir=\"auto\">\(title)</a>" }
}
