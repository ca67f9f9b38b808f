/// A text to take away; the button appears only where copying works.
struct CopyField: Component {
    /// Unique in the page.
    let id: String
    let label: String
    let value: String
    var button = "Copy link"
    var done = "Copied"
    var kind = ButtonKind.plain
    /// Further buttons next to it.
    var more: HTML?

    var html: HTML {
        """
        <div class="copy"><label class="vh" for="\(id)">\(label)</label><input class="input" id="\(id)" \
        value="\(value)" dir="ltr" readonly><button class="\(kind.classes)" type="button" hidden data-copy="\(id)" \
        data-done="\(done)">\(Icon(.copy))<span>\(button)</span></button>\(more)<span class="vh" role="status"></span></div>
        """
    }
}

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
