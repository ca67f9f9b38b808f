/// Asks for an address and says whether a badge names it; the badge's own is never shown.
struct ComparisonForm: Component {
    let action: String
    let comparison: Verification.Comparison?

    var html: HTML {
        let field = TextField(
            name: "email",
            label: "Email address you know them by",
            kind: .email,
            hint: "We compare it and forget it. We never show the address on file.",
            error: comparison == .noAddress ? "That is not an email address." : nil,
            isRequired: true,
            autocomplete: "off"
        )
        return """
            \(answer)<form method="post" action="\(url: action)">\(field)\(Button("Compare"))</form>
            """
    }

    private var answer: Notice? {
        switch comparison {
        case .matches: Notice(tone: .ok, title: "It matches.", isAnswer: true)
        case .differs:
            Notice(
                tone: .warn,
                title: "It does not match the address on file.",
                content: "People may have used another address.",
                isAnswer: true
            )
        case .noAddress, nil: nil
        }
    }
}
