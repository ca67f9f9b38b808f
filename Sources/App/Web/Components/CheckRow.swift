/// One thing that was checked: its result, one sentence, and the technical detail on demand.
struct CheckRow: Component {
    enum Result {
        case passed
        case limited
        case failed
        /// Nobody can say, or it is for the reader to say.
        case open

        fileprivate var tone: Tone {
            switch self {
            case .passed: .ok
            case .limited: .warn
            case .failed: .bad
            case .open: .neutral
            }
        }

        fileprivate var word: String {
            switch self {
            case .passed: Words[.resultPassed]
            case .limited: Words[.resultLimited]
            case .failed: Words[.resultFailed]
            case .open: Words[.resultOpen]
            }
        }
    }

    let result: Result
    /// "Nobody changed it".
    let title: String
    let sentence: String
    /// Of the sentence, when it is not the page's own.
    var language: String?
    var detail: HTML?
    var icon: Icon.Name?

    var html: HTML {
        let row: HTML = """
            <span class="dot dot-\(result.tone.name)">\(Icon(icon ?? result.tone.icon))</span><span class="check-text">\
            <strong><span class="vh">\(result.word): </span><span dir="auto">\(title)</span></strong>\
            <span class="soft small" dir="auto"\(attribute: "lang", language)>\(sentence)</span></span>
            """
        guard let detail else { return "<li><div class=\"check\">\(row)</div></li>" }
        return """
            <li><details><summary class="check">\(row)\(Icon(.chevron))</summary><div class="check-detail">\(detail)</div>\
            </details></li>
            """
    }
}

struct CheckRows: Component {
    let rows: [CheckRow]

    init(_ rows: [CheckRow]) { self.rows = rows }

    var html: HTML { "<ul class=\"checks\">\(rows)</ul>" }
}
