/// What stands where a list would be, when there is nothing to list.
struct EmptyState: Component {
    let title: String
    let text: String
    var icon = Icon.Name.medal
    /// One button or link: the next step.
    var action: HTML?
    var level = 2

    var html: HTML {
        let action: HTML? = action.map { "<div class=\"row\">\($0)</div>" }
        return """
            <div class="empty">\(Icon(icon))<h\(level) dir="auto">\(title)</h\(level)><p class="soft" dir="auto">\(text)</p>\
            \(action)</div>
            """
    }
}
