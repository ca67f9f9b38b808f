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

/// Who earned what, with its picture and facts.
struct Credential: Component {
    let name: String
    let person: String
    /// "earned", or "no longer holds".
    let verb: String
    let text: String
    let picture: String
    /// The picture in words, for people who cannot see it.
    let pictureText: String
    let facts: FactsList

    var html: HTML {
        """
        <div class="credential"><div class="art"><img src="\(url: picture)" alt="\(pictureText)" width="288" height="288">\
        </div><div><p class="who"><b dir="auto">\(person)</b> \(verb)</p><h1 dir="auto">\(name)</h1>\
        <p dir="auto">\(text)</p>\(facts)</div></div>
        """
    }
}

/// Names and values, one a line.
struct FactsList: Component {
    let facts: [Fact]

    init(_ facts: [Fact]) { self.facts = facts }

    struct Fact: Component {
        let name: String
        let value: HTML

        init(_ name: String, _ value: HTML) {
            self.name = name
            self.value = value
        }

        init(_ name: String, text: String) { self.init(name, "<span dir=\"auto\">\(text)</span>") }

        var html: HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }
    }

    var html: HTML { "<dl class=\"facts\">\(facts)</dl>" }
}
