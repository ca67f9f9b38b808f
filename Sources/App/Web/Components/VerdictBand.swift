/// The answer to "Is it real?", first and largest on the page of a badge.
struct VerdictBand: Component {
    enum Kind {
        case good
        /// Genuine, but it does not count now.
        case limited
        case bad
        case unknown

        fileprivate var tone: Tone {
            switch self {
            case .good: .ok
            case .limited: .warn
            case .bad: .bad
            case .unknown: .neutral
            }
        }

        fileprivate var icon: Icon.Name {
            switch self {
            case .good: .check
            case .limited: .clock
            case .bad: .cross
            case .unknown: .question
            }
        }
    }

    let kind: Kind
    /// "This badge is genuine and valid".
    let sentence: String
    /// When it was checked, and the reason if there is one.
    let detail: HTML
    /// What the verdict is about.
    let credential: Credential

    var html: HTML {
        """
        <article class="verdict verdict-\(kind.tone.name)"><div class="verdict-band" role="status">\
        <span class="verdict-mark">\(Icon(kind.icon))</span><div><p class="verdict-say" dir="auto">\(sentence)</p>\
        <p>\(detail)</p></div></div>\(credential)</article>
        """
    }
}
