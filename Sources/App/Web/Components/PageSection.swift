/// A part of a page under its own heading.
struct PageSection: Component {
    /// Unique in the page.
    let id: String
    let title: String
    /// Stands opposite the heading: a link, filters, or how old the data is.
    var aside: HTML?
    let content: HTML

    var html: HTML {
        """
        <section class="section" aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(title)</h2>\
        \(aside)</div>\(content)</section>
        """
    }
}
