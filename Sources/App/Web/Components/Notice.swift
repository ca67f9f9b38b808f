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
        return
            "<div class=\"notice notice-\(tone.name)\"\(role)>\(Icon(tone == .bad ? .warning : tone.icon))<p>\(title)\(content)</p></div>"
    }
}
