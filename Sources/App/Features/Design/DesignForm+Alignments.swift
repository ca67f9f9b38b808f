import Core

extension DesignForm {
    /// The part of the form that says which standards and skills the badge matches.
    var alignments: RowEditor {
        RowEditor(
            name: BadgeForm.alignmentEditor,
            label: "What it matches",
            hint: "Skills and standards of others, such as ESCO. Leave it empty if in doubt.",
            rows: form.alignments.enumerated().map { row($0.offset, $0.element) },
            add: "Add a skill or standard",
            rowName: "Skill or standard"
        )
    }

    private func row(_ index: Int, _ row: BadgeForm.AlignmentRow) -> HTML {
        func field(_ part: String) -> String { "alignment_\(part).\(index)" }
        return """
            \(TextField(
                name: field("name"), label: "Its name", value: row.name, error: error(field("name"))
            ))\
            \(TextField(
                name: field("url"), label: "Its web address", value: row.url, kind: .url, error: error(field("url"))
            ))\
            \(TextField(
                name: field("code"), label: "Its code", value: row.code, error: error(field("code")), isOptional: true
            ))\
            \(TextField(
                name: field("framework"), label: "The framework it is from", value: row.framework,
                error: error(field("framework")), isOptional: true
            ))\
            \(SelectField(
                name: field("type"), label: "What it is", choices: Self.kinds, selected: row.kind,
                error: error(field("type"))
            ))
            """
    }

    private static let kinds: [Choice] =
        [Choice("", "Not said")] + Alignment.Kind.allCases.map { Choice($0.rawValue, words($0)) }

    private static func words(_ kind: Alignment.Kind) -> String {
        switch kind {
        case .competency: "A competency"
        case .credential: "A credential"
        case .frameworkItem: "An item of a framework"
        case .rubric: "A rubric"
        case .rubricCriterion: "A criterion of a rubric"
        case .rubricLevel: "A level of a criterion"
        case .credentialEngine: "An entry in Credential Engine's registry"
        }
    }
}
