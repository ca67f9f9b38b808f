/// The pages of a long list: the first, the last, and those around the current one.
struct Pagination: Component {
    /// Said by screen readers: "Pages of badges".
    let label: String
    /// From 1.
    let current: Int
    let count: Int
    let href: @Sendable (Int) -> String

    var html: HTML {
        guard count > 1 else { return .empty }
        let before: HTML? = current > 1 ? step(to: current - 1, rel: "prev", title: Words[.pageBefore]) : nil
        let after: HTML? = current < count ? step(to: current + 1, rel: "next", title: Words[.pageAfter]) : nil
        return """
            <nav class="pages" aria-label="\(label)">\(before)<ol>\(shown.map(item))</ol>\(after)</nav>
            """
    }

    /// Page numbers in order; 0 stands for a gap.
    var shown: [Int] {
        var numbers: [Int] = []
        for page in 1...max(count, 1) where page == 1 || page == count || abs(page - current) <= 1 {
            if let last = numbers.last, page - last > 1 { numbers.append(page - last == 2 ? page - 1 : 0) }
            numbers.append(page)
        }
        return numbers
    }

    private func item(_ page: Int) -> HTML {
        guard page > 0 else { return "<li aria-hidden=\"true\">…</li>" }
        let now = page == current ? "page" : nil
        return """
            <li><a href="\(url: href(page))"\(attribute: "aria-current", now)><span class="vh">\(Words[.pageWord]) </span>\(page)</a></li>
            """
    }

    private func step(to page: Int, rel: StaticString, title: String) -> HTML {
        "<a class=\"button\" rel=\"\(HTML(stringLiteral: rel))\" href=\"\(url: href(page))\">\(title)</a>"
    }
}
