/// Which part of a list is shown; links, so that every choice has an address.
struct FilterChips: Component {
    /// Said by screen readers: "Show".
    let label: String
    let chips: [Chip]

    struct Chip: Component {
        let title: String
        let href: String
        var count: Int?
        var isCurrent = false

        var html: HTML {
            let count: HTML? = count.map { " <span class=\"num\">\($0)</span>" }
            return """
                <a href="\(url: href)"\(attribute: "aria-current", isCurrent ? "true" : nil)><span dir="auto">\(title)</span>\
                \(count)</a>
                """
        }
    }

    var html: HTML { "<nav class=\"chips\" aria-label=\"\(label)\">\(chips)</nav>" }
}
