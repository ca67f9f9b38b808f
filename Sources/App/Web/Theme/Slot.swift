/// A company's own header or footer in a shadow root, which parts its styles from ours.
struct Slot: Component {
    let markup: String
    let styles: [Theme.Style]

    var html: HTML {
        guard !markup.isEmpty else { return .empty }
        let links = styles.map { style -> HTML in
            """
            <link rel="stylesheet" href="\(url: style.href)"\(attribute: "integrity", style.integrity)\
            \(attribute: "crossorigin", style.integrity == nil ? nil : "anonymous")>
            """
        }
        return "<div class=\"slot\"><template shadowrootmode=\"open\">\(links)\(HTML(trusted: markup))</template></div>"
    }
}
