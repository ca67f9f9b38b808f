/// How something stands; the colour never says it alone.
enum Tone {
    case ok
    case warn
    case bad
    case neutral

    /// The end of a class name.
    var name: HTML {
        switch self {
        case .ok: "ok"
        case .warn: "warn"
        case .bad: "bad"
        case .neutral: "neutral"
        }
    }

    var icon: Icon.Name {
        switch self {
        case .ok: .check
        case .warn: .warning
        case .bad: .cross
        case .neutral: .info
        }
    }
}

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

/// Words that describe, in a row.
struct TagList: Component {
    let tags: [String]

    var html: HTML {
        let items = tags.map { tag -> HTML in "<li class=\"pill pill-neutral\" dir=\"auto\">\(tag)</li>" }
        return "<ul class=\"tags\">\(items)</ul>"
    }
}
