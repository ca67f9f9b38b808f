/// The end of every page.
struct Footer: Component {
    let note: String
    let links: [TextLink]

    var html: HTML {
        "<footer class=\"foot\"><div class=\"wrap\"><p>\(note)</p>\(links)</div></footer>"
    }
}
