import Foundation

/// A badge in a grid; the whole tile is one link.
struct BadgeTile: Component {
    let name: String
    let href: String
    /// The address of the picture.
    let picture: String
    var date: Date?
    /// In place of a date: "About 6 hours".
    var note: String?
    var pill: Pill?
    var level = 3
    /// The picture is fetched once it is about to be seen.
    var isLazy = false

    var html: HTML {
        let note: HTML? = note.map { "<p class=\"small soft\" dir=\"auto\">\($0)</p>" }
        let date: HTML? = date.map { "<p class=\"small soft\">\(DateText($0))</p>" }
        return """
            <li class="tile whole"><img src="\(url: picture)" alt="" width="120" height="120"\(attribute: "loading", isLazy ? "lazy" : nil)>\
            <h\(level)><a href="\(url: href)" dir="auto">\(name)</a></h\(level)>\(date)\(note)\(pill)</li>
            """
    }
}

/// Tiles side by side: two on a phone, four on a desk.
struct BadgeGrid: Component {
    let tiles: [BadgeTile]
    /// For filter-as-you-type; see ``SearchBox``.
    var id: String?

    var html: HTML { "<ul class=\"tiles\"\(attribute: "id", id)>\(tiles)</ul>" }
}
