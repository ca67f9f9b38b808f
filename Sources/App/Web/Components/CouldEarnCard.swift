import Core

/// A badge that a person does not have yet, with what it takes.
struct CouldEarnCard: Component {
    let name: String
    let href: String
    let picture: String
    let text: String
    /// What it takes and who has it, for instance "About 6 hours, 412 colleagues have it".
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

extension CouldEarnCard {
    init(badge: BadgeClass) {
        self.init(
            name: badge.content.name,
            href: "/badges/\(badge.slug)",
            picture: badge.content.picture.address(for: badge.slug),
            text: badge.content.description,
            note: Holders.text(badge.holders)
        )
    }
}
