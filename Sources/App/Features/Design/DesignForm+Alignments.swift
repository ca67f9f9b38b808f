import Core

extension DesignForm {
    /// The part of the form that says which standards and skills the badge matches.
    var alignments: RowEditor {
        RowEditor(
            name: BadgeForm.alignmentEditor,
            label: Words[.alignLabel],
            hint: Words[.alignHint],
            rows: form.alignments.enumerated().map { row($0.offset, $0.element) },
            add: Words[.alignAdd],
            rowName: { Words.say(.alignRow, ["number": .count($0)]) }
        )
    }

    private func row(_ index: Int, _ row: BadgeForm.AlignmentRow) -> HTML {
        func field(_ part: String) -> String { "alignment_\(part).\(index)" }
        return """
            \(TextField(
                name: field("name"), label: Words[.alignName], value: row.name, error: error(field("name"))
            ))\
            \(TextField(
                name: field("url"), label: Words[.alignURL], value: row.url, kind: .url, error: error(field("url"))
            ))\
            \(TextField(
                name: field("code"), label: Words[.alignCode], value: row.code, error: error(field("code")), isOptional: true
            ))\
            \(TextField(
                name: field("framework"), label: Words[.alignFramework], value: row.framework,
                error: error(field("framework")), isOptional: true
            ))\
            \(SelectField(
                name: field("type"), label: Words[.alignKind], choices: Self.kinds, selected: row.kind,
                error: error(field("type"))
            ))
            """
    }

    private static var kinds: [Choice] {
        [Choice("", Words[.alignKindNone])] + Alignment.Kind.allCases.map { Choice($0.rawValue, Words[phrase(of: $0)]) }
    }

    private static func phrase(of kind: Alignment.Kind) -> Phrase {
        switch kind {
        case .competency: .kindCompetency
        case .credential: .kindCredential
        case .frameworkItem: .kindItem
        case .rubric: .kindRubric
        case .rubricCriterion: .kindCriterion
        case .rubricLevel: .kindLevel
        case .credentialEngine: .kindRegistry
        }
    }
}
