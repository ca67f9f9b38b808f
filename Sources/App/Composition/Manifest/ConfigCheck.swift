import Core
import Foundation

/// Checks one `config` object against what its plugin takes.
struct ConfigCheck {
    var found: Findings
    /// Whether the secrets must be there now.
    let readsSecrets: Bool

    mutating func check(_ value: PositionedJSON, _ pointer: String, _ kind: ConfigOption.Kind, hint: String) {
        switch kind {
        case .string: _ = string(value, pointer, hint)
        case .url: checkURL(value, pointer, hint)
        case .path:
            if string(value, pointer, hint) == "" {
                found.report("a path may not be empty.", at: value.position, pointer, hint: hint)
            }
        case .secret: checkSecret(value, pointer, hint)
        case .boolean:
            guard case .boolean = value.content else {
                return found.reportKind("true or false", value, pointer, hint: hint)
            }
        case .integer(let range): checkInteger(value, pointer, range, hint)
        case .number(let numbers):
            if let number = value.integer, numbers.contains(number) { return }
            reportChoice(value, pointer, due: numbers.map(String.init), hint)
        case .choice(let words):
            if let word = value.string, words.contains(word) { return }
            let proposal = found.proposal(for: value.string ?? "", among: words)
            reportChoice(value, pointer, due: words.map(PlainJSON.quoted), proposal: proposal, hint)
        case .list(let element):
            guard case .array(let values) = value.content else {
                return found.reportKind("a list", value, pointer, hint: hint)
            }
            for (index, value) in values.enumerated() { check(value, "\(pointer)/\(index)", element, hint: hint) }
        case .object(let schema): checkObject(value, pointer, schema, hint)
        }
    }

    private mutating func checkObject(
        _ value: PositionedJSON,
        _ pointer: String,
        _ schema: ConfigSchema,
        _ hint: String
    ) {
        guard found.checkObject(value, pointer, known: schema.options.map(\.name), hint: hint) else { return }
        for option in schema.options {
            if let member = value[option.name] {
                check(member, "\(pointer)/\(option.name)", option.kind, hint: option.purpose)
            } else if option.isRequired {
                found.report("\"\(option.name)\" is missing.", at: value.position, pointer, hint: option.purpose)
            }
        }
    }

    private mutating func string(_ value: PositionedJSON, _ pointer: String, _ hint: String) -> String? {
        if let text = value.string { return text }
        found.reportKind("a string", value, pointer, hint: hint)
        return nil
    }

    private mutating func checkInteger(
        _ value: PositionedJSON,
        _ pointer: String,
        _ range: ClosedRange<Int>,
        _ hint: String
    ) {
        if let number = value.integer, range.contains(number) { return }
        let due = "a whole number \(range.inWords)"
        guard case .number(let text) = value.content else {
            return found.reportKind(due, value, pointer, hint: hint)
        }
        let shown = found.secrets.hides(text) ? "this" : String(text.prefix(30))
        found.report("\(shown) is not \(due).", at: value.position, pointer, hint: hint)
    }

    private mutating func checkURL(_ value: PositionedJSON, _ pointer: String, _ hint: String) {
        guard let text = string(value, pointer, hint) else { return }
        let url = URL(string: text, encodingInvalidCharacters: false)
        guard let url, ["http", "https"].contains(url.scheme?.lowercased()), url.host?.isEmpty == false else {
            return found.report(
                "must be an address that begins with https:// or http://.",
                at: value.position,
                pointer,
                hint: hint
            )
        }
        guard url.user == nil, url.password == nil else {
            return found.report(
                "an address may not hold a name or a password.",
                at: value.position,
                pointer,
                hint: hint
            )
        }
    }

    private mutating func reportChoice(
        _ value: PositionedJSON,
        _ pointer: String,
        due: [String],
        proposal: String = "",
        _ hint: String
    ) {
        let shown =
            switch value.content {
            case .string(let text): found.secrets.shown(text)
            case .number(let text): found.secrets.hides(text) ? "(not shown)" : String(text.prefix(30))
            default: value.kindName
            }
        let message = "\(shown) is not one of \(due.joined(separator: ", ")).\(proposal)"
        found.report(message, at: value.position, pointer, hint: hint)
    }
}

extension ClosedRange<Int> {
    fileprivate var inWords: String {
        switch (lowerBound, upperBound) {
        case (.min, .max): "of any size"
        case (_, .max): "of at least \(lowerBound)"
        case (.min, _): "of at most \(upperBound)"
        default: "from \(lowerBound) to \(upperBound)"
        }
    }
}
