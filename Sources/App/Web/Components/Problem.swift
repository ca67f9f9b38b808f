/// The whole of an error page: what happened, why, and the way on.
struct Problem: Component {
    let title: String
    let text: String
    let action: HTML
    /// For errors of ours: the number under which the log has the cause.
    var reference: String?

    var html: HTML {
        let reference: HTML? = reference.map { "<p class=\"soft small\">\(Words[.reference]) <code>\($0)</code></p>" }
        return """
            <div class="problem">\(Icon(.laurel))<h1 dir="auto">\(title)</h1><p class="lead" dir="auto">\(text)</p>\
            <div class="row">\(action)</div>\(reference)</div>
            """
    }
}
