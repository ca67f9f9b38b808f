/// A message about what just happened or what needs somebody.
struct Notice: Component {
    let tone: Tone
    /// Bold, first; the result.
    var title: String?
    /// The reason, and a link to what one can do.
    var content: HTML = .empty
    /// Read out at once, and where the keyboard goes on: for the answer to what the person just did.
    var isAnswer = false

    private static let alert: HTML = " role=\"alert\" tabindex=\"-1\" autofocus"
    private static let status: HTML = " role=\"status\" tabindex=\"-1\" autofocus"

    var html: HTML {
        let role: HTML = isAnswer ? (tone == .bad ? Self.alert : Self.status) : ""
        let title: HTML? = title.map { "<strong dir=\"auto\">\($0)</strong> " }
        return
            "<div class=\"notice notice-\(tone.name)\"\(role)>\(Icon(tone == .bad ? .warning : tone.icon))<p>\(title)\(content)</p></div>"
    }
}
