/// Sentences with a mark each: what is fine and what is not.
struct Checklist: Component {
    let items: [Item]

    init(_ items: [Item]) { self.items = items }

    struct Item: Component {
        let tone: Tone
        let content: HTML

        init(_ tone: Tone, _ content: HTML) {
            self.tone = tone
            self.content = content
        }

        /// Screen readers cannot see the mark.
        private var word: String {
            switch tone {
            case .ok: Words[.checkFine]
            case .warn: Words[.checkTakeCare]
            case .bad: Words[.checkNotYet]
            case .neutral: Words[.checkNote]
            }
        }

        var html: HTML {
            """
            <li><span class="dot dot-\(tone.name)">\(Icon(tone.icon))</span><span><span class="vh">\(word): </span>\
            \(content)</span></li>
            """
        }
    }

    var html: HTML { "<ul class=\"checklist\">\(items)</ul>" }
}
