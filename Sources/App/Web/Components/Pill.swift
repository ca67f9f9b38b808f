/// One or two words about a thing, such as "Working" or "Ends in 8 days".
struct Pill: Component {
    let text: String
    var tone = Tone.neutral
    var icon: Icon.Name?
    /// Said by screen readers before the text: "Issued by".
    var prefix: String?

    init(_ text: String, tone: Tone = .neutral, icon: Icon.Name? = nil, prefix: String? = nil) {
        self.text = text
        self.tone = tone
        self.icon = icon
        self.prefix = prefix
    }

    var html: HTML {
        let prefix: HTML? = prefix.map { "<span class=\"vh\">\($0) </span>" }
        return """
            <span class="pill pill-\(tone.name)">\(icon.map { Icon($0) })\(prefix)<span dir="auto">\(text)</span></span>
            """
    }
}
