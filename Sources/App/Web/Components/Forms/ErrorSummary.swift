/// What is wrong with a form, with a link to every field; stands above the form and takes the focus.
struct ErrorSummary: Component {
    let title: String
    let errors: [Entry]

    struct Entry: Component {
        /// The name of the field.
        let field: String
        let text: String

        var html: HTML { "<li><a href=\"#\(FieldFrame.id(for: field))\" dir=\"auto\">\(text)</a></li>" }
    }

    var html: HTML {
        guard !errors.isEmpty else { return .empty }
        return """
            <div class="notice notice-bad summary" role="alert" tabindex="-1" autofocus>\(Icon(.warning))<div>\
            <h2>\(title)</h2><ul>\(errors)</ul></div></div>
            """
    }
}
