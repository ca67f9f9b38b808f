/// A search that works as a form, and filters a list on the page while one types.
struct SearchBox: Component {
    let label: String
    let action: String
    var name = "q"
    var value = ""
    var button = Words[.searchWord]
    /// The id of a list whose items are hidden while they do not match.
    var filters: String?
    /// What else the address says, and goes on saying.
    var keeping: [(name: String, value: String)] = []

    var html: HTML {
        let kept = keeping.map { name, value -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        return """
            <search><form class="search" action="\(url: action)">\(kept)<label class="vh" for="search-\(name)">\(label)</label>\
            \(Icon(.search))<input class="input" id="search-\(name)" name="\(name)" type="search" value="\(value)" \
            placeholder="\(label)" dir="auto" data-slash\(attribute: "data-filter", filters)>\(Button(button))</form></search>
            """
    }
}
