/// Files and places, one a line, with what they are at the end.
struct LinkList: Component {
    let links: [Row]

    init(_ links: [Row]) { self.links = links }

    struct Row: Component {
        let title: String
        let href: String
        var icon = Icon.Name.file
        /// "PNG, 48 KB".
        var note: String?
        var isDownload = false

        var html: HTML {
            let note: HTML? = note.map { "<span class=\"small soft num\">\($0)</span>" }
            return """
                <li><a href="\(url: href)"\(attribute: "download", when: isDownload)>\(Icon(icon))\
                <span dir="auto">\(title)</span>\(note)</a></li>
                """
        }
    }

    var html: HTML { "<ul class=\"links\">\(links)</ul>" }
}
