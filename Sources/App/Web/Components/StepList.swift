/// The way to a badge, in order, with what the reader has done already.
struct StepList: Component {
    let steps: [Step]

    init(_ steps: [Step]) { self.steps = steps }

    enum State {
        case done
        case next
        case open
    }

    struct Step: Component {
        let title: String
        var href: String?
        /// "35 min" or "Done on 3 May 2026".
        var note: HTML?
        var state = State.open

        var html: HTML {
            let name: HTML =
                href.map { TextLink(title, href: $0).html } ?? "<span dir=\"auto\">\(title)</span>"
            let note: HTML? = note.map { "<span class=\"small soft\">\($0)</span>" }
            let pill: HTML? = state == .next ? Pill(Words[.nextStep]).html : nil
            return
                "<li class=\"step\(stateClass)\"><span class=\"mark\">\(mark)</span><div>\(name) \(pill)\(note)</div></li>"
        }

        private var stateClass: HTML {
            switch state {
            case .done: " step-done"
            case .next: " step-next"
            case .open: ""
            }
        }

        private var mark: HTML? {
            switch state {
            case .done: Icon(.check, label: Words[.doneStep]).html
            case .next, .open: nil
            }
        }
    }

    var html: HTML { "<ol class=\"steps\">\(steps)</ol>" }
}
