/// A message about what just happened or what needs somebody.
struct Notice: Component {
    let tone: Tone
    /// Bold, first; the result.
    var title: String?
    /// The reason, and a link to what one can do.
    var content: HTML = .empty
    /// Read out at once: for the answer to what the person just did.
    var isAnswer = false

    var html: HTML {
        let role: HTML = isAnswer ? (tone == .bad ? " role=\"alert\"" : " role=\"status\"") : ""
        let title: HTML? = title.map { "<strong dir=\"auto\">\($0)</strong> " }
        return "<div class=\"notice notice-\(tone.name)\"\(role)>\(Icon(tone == .bad ? .warning : tone.icon))<p>\(title)\(content)</p></div>"
    }
}

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

/// The whole of an error page: what happened, why, and the way on.
struct Problem: Component {
    let title: String
    let text: String
    let action: HTML
    /// For errors of ours: the number under which the log has the cause.
    var reference: String?

    var html: HTML {
        let reference: HTML? = reference.map { "<p class=\"soft small\">Reference <code>\($0)</code></p>" }
        return """
            <div class="problem">\(Icon(.laurel))<h1 dir="auto">\(title)</h1><p class="lead" dir="auto">\(text)</p>\
            <div class="row">\(action)</div>\(reference)</div>
            """
    }
}
