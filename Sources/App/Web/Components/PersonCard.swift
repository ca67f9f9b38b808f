/// A made-up person as whom one can look around.
struct PersonCard: Component {
    let name: String
    /// Who it is, for instance "Employee with 8 badges and one to claim".
    let text: String
    let action: String
    /// Sent with the form.
    let value: String
    var field = "person"
    /// The hidden fields that the form needs.
    var fields: HTML = .empty

    var html: HTML {
        """
        <form method="post" action="\(url: action)">\(fields)<button class="person" name="\(field)" value="\(value)">\
        \(Avatar(name: name, isLarge: true))<span class="two-lines"><b dir="auto">\(name)</b>\
        <span class="soft small" dir="auto">\(text)</span></span>\(Icon(.arrow, turns: true))</button></form>
        """
    }
}
