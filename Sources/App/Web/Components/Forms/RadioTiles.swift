/// One choice among pictures or short words, all in sight.
struct RadioTiles: Component {
    let name: String
    let label: String
    let choices: [Choice]
    var selected: String?
    var hint: String?
    var error: String?
    /// After the tiles: "More symbols".
    var more: HTML?

    var html: HTML {
        let tiles = choices.map { choice -> HTML in
            let shown: HTML =
                choice.picture.map { "\($0)<span class=\"vh\">\(choice.label)</span>" }
                ?? "<span dir=\"auto\">\(choice.label)</span>"
            return """
                <label\(attribute: "title", choice.picture == nil ? nil : choice.label)><input type="radio" name="\(name)" \
                value="\(choice.value)"\(attribute: "checked", when: choice.value == selected)>\(shown)</label>
                """
        }
        return FieldFrame(name, label: label, hint: hint, error: error).group(classes: "tiles-pick", "\(tiles)\(more)")
    }
}
