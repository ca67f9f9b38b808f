/// A text of a catalogue, taken apart once.
///
/// The syntax is the part of ICU's MessageFormat that translators meet most: `{name}` is a placeholder,
/// `{count, plural, one {# badge} other {# badges}}` has a form for each number, in which `#` is the number.
struct Message: Sendable, Equatable {
    enum Part: Sendable, Equatable {
        case text(String)
        case placeholder(String)
        /// The number that the form is chosen for.
        case number
        case plural(String, [PluralRule.Form: [Part]])
    }

    struct Mistake: Error, Equatable { let reason: String }

    let parts: [Part]
    /// The text, when nothing has to be put into it.
    let plain: String?

    init(_ source: some StringProtocol) throws(Mistake) {
        var reader = Reader(rest: Array(source)[...])
        parts = try reader.parts(isInside: false)
        plain =
            switch parts.first {
            case nil: ""
            case .text(let text) where parts.count == 1: text
            default: nil
            }
    }

    /// What has to be put into it.
    var placeholders: Set<String> { Self.placeholders(parts) }

    private static func placeholders(_ parts: [Part]) -> Set<String> {
        parts.reduce(into: []) { names, part in
            switch part {
            case .text, .number: break
            case .placeholder(let name): names.insert(name)
            case .plural(let name, let forms):
                names.insert(name)
                for form in forms.values { names.formUnion(placeholders(form)) }
            }
        }
    }

    /// The forms of every plural in it.
    var pluralForms: [Set<PluralRule.Form>] {
        parts.compactMap { part in
            if case .plural(_, let forms) = part { return Set(forms.keys) }
            return nil
        }
    }

    private struct Reader {
        var rest: ArraySlice<Character>

        mutating func parts(isInside: Bool) throws(Mistake) -> [Part] {
            var parts: [Part] = []
            var text = ""
            func flush() {
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
            }
            while let next = rest.first, next != "}" {
                rest.removeFirst()
                switch next {
                case "{":
                    flush()
                    parts.append(try placeholder())
                case "#" where isInside:
                    flush()
                    parts.append(.number)
                default: text.append(next)
                }
            }
            flush()
            guard rest.isEmpty != isInside else { throw Mistake(reason: isInside ? "a { without }" : "a } without {") }
            return parts
        }

        private mutating func placeholder() throws(Mistake) -> Part {
            let name = word()
            if take("}") { return .placeholder(try named(name)) }
            guard take(","), word() == "plural", take(",") else { throw Mistake(reason: "a placeholder is unreadable") }
            var forms: [PluralRule.Form: [Part]] = [:]
            while !take("}") {
                let title = word()
                guard let form = PluralRule.Form(rawValue: title), take("{") else {
                    throw Mistake(reason: "“\(title)” is no plural form")
                }
                forms[form] = try parts(isInside: true)
                guard take("}") else { throw Mistake(reason: "a { without }") }
            }
            guard forms[.other] != nil else { throw Mistake(reason: "a plural without “other”") }
            return .plural(try named(name), forms)
        }

        private func named(_ name: String) throws(Mistake) -> String {
            guard !name.isEmpty else { throw Mistake(reason: "a placeholder without a name") }
            return name
        }

        private mutating func word() -> String {
            skipSpace()
            let word = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(word.count)
            skipSpace()
            return String(word)
        }

        private mutating func take(_ character: Character) -> Bool {
            skipSpace()
            guard rest.first == character else { return false }
            rest.removeFirst()
            return true
        }

        private mutating func skipSpace() { rest = rest.drop { $0 == " " } }
    }
}
