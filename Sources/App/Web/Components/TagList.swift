/// Words that describe, in a row.
struct TagList: Component {
    let tags: [String]

    var html: HTML {
        let items = tags.map { tag -> HTML in "<li class=\"pill pill-neutral\" dir=\"auto\">\(tag)</li>" }
        return "<ul class=\"tags\">\(items)</ul>"
    }
}
