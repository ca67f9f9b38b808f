/// A name with a line below it, as the first cell of a row.
struct TwoLines: Component {
    let title: String
    let below: String
    var href: String?

    var html: HTML {
        let name: HTML = href.map { TextLink(title, href: $0).html } ?? "<span dir=\"auto\">\(title)</span>"
        return "<span class=\"two-lines\"><b>\(name)</b><span class=\"soft small\" dir=\"auto\">\(below)</span></span>"
    }
}
