/// A component in all its states, under the name of its type.
struct Specimen: Component {
    let name: String
    let states: [(note: String, html: HTML)]

    init<Part: Component>(_ type: Part.Type, _ states: KeyValuePairs<String, Part>) {
        name = "\(type)"
        // Nothing takes the focus here, or the page would begin in its middle.
        self.states = states.map { ($0.key, HTML(trusted: $0.value.html.text.replacing(" autofocus", with: ""))) }
    }

    var html: HTML {
        let figures = states.map { state -> HTML in
            let caption: HTML? =
                state.note.isEmpty ? nil : "<figcaption class=\"small soft\">\(state.note)</figcaption>"
            let isItem = state.html.text.hasPrefix("<li")
            let part: HTML = isItem ? "<ul class=\"tiles\">\(state.html)</ul>" : state.html
            return "<figure class=\"state\">\(caption)\(part)</figure>"
        }
        return """
            <section class="specimen" aria-labelledby="of-\(name)"><h2 id="of-\(name)"><code>\(name)</code></h2>\
            \(figures)</section>
            """
    }
}
