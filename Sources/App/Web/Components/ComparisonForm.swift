/// Asks for an address and says whether a badge names it; the badge's own is never shown.
struct ComparisonForm: Component {
    let action: String
    let comparison: Verification.Comparison?

    var html: HTML {
        let field = TextField(
            name: "email",
            label: Words[.knownEmail],
            kind: .email,
            hint: Words[.compareHint],
            error: comparison == .noAddress ? Words[.noEmailAddress] : nil,
            isRequired: true,
            autocomplete: "off"
        )
        return """
            \(answer)<form method="post" action="\(url: action)">\(field)\(Button(Words[.compare]))</form>
            """
    }

    private var answer: Notice? {
        switch comparison {
        case .matches: Notice(tone: .ok, title: Words[.itMatches], isAnswer: true)
        case .differs:
            Notice(
                tone: .warn,
                title: Words[.doesNotMatch],
                content: "\(Words[.anotherAddress])",
                isAnswer: true
            )
        case .noAddress, nil: nil
        }
    }
}
