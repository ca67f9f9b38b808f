/// A search that works as a form, and filters a list on the page while one types.
struct SearchBox: Component {
    let label: String
    let action: String
    var name = "q"
    var value = ""
    var button = Words[.searchWord]
    /// The id of a list whose items are hidden while they do not match.
    var filters: String?

    var html: HTML {
        """
        <search><form class="search" action="\(url: action)"><label class="vh" for="search-\(name)">\(label)</label>\
        \(Icon(.search))<input class="input" id="search-\(name)" name="\(name)" type="search" value="\(value)" \
        placeholder="\(label)" dir="auto" data-slash\(attribute: "data-filter", filters)>\(Button(button))</form></search>
        """
    }
}
