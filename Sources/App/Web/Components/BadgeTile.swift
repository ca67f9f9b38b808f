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

    var html: HTML {
        let note: HTML? = note.map { "<p class=\"small soft\" dir=\"auto\">\($0)</p>" }
        let date: HTML? = date.map { "<p class=\"small soft\">\(DateText($0))</p>" }
        return """
            <li class="tile whole"><img src="\(url: picture)" alt="" width="120" height="120">\
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

/// A badge that a person does not have yet, with what it takes.
struct CouldEarnCard: Component {
    let name: String
    let href: String
    let picture: String
    let text: String
    /// "About 6 hours. 412 colleagues have it".
    let note: String
    var level = 3

    var html: HTML {
        """
        <li class="card could whole"><img src="\(url: picture)" alt="" width="68" height="68"><div>\
        <h\(level)><a href="\(url: href)" dir="auto">\(name)</a></h\(level)><p class="small" dir="auto">\(text)</p>\
        <p class="small soft num">\(note)</p></div></li>
        """
    }
}

/// The badge that waits for its owner: the one primary button of the home page.
struct ClaimCard: Component {
    /// Unique in the page.
    let id: String
    let name: String
    let picture: String
    let text: HTML
    let action: String
    /// The hidden fields that the form needs.
    var fields: HTML = .empty
    let about: TextLink
    var above = "Ready to claim"
    var button = "Claim badge"

    var html: HTML {
        """
        <section class="claim" aria-labelledby="\(id)"><div class="art">\(Icon(.laurel))\
        <img src="\(url: picture)" alt="" width="176" height="176"></div><div><p class="above">\(above)</p><h2 id="\(id)" dir="auto">\(name)</h2><p>\(text)</p>\
        <form class="row" method="post" action="\(url: action)">\(fields)\
        \(Button(button, kind: .main, isLarge: true, label: "\(button): \(name)"))\
        \(ButtonLink(about.title, href: about.href, kind: .quiet, isLarge: true))</form></div></section>
        """
    }
}
