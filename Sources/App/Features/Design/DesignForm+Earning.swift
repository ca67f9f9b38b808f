import Core

extension DesignForm {
    /// The part of the form that says what earns the badge.
    var earn: HTML {
        """
        \(RowEditor(
            name: "activities", label: Words[.activitiesLabel],
            hint: Words[.activitiesHint],
            rows: form.requirements.enumerated().map { row($0.offset, $0.element) }, add: Words[.addActivity],
            rowName: { Words.say(.activityRow, ["number": .count($0)]) }
        ))\(finder)\
        \(SelectField(
            name: "mode", label: Words[.howMany], choices: modes, selected: form.mode, error: error("mode")
        ))\
        \(TextField(
            name: "needed", label: Words[.atLeast], value: form.needed, kind: .number,
            hint: Words[.atLeastHint], error: error("needed"), isOptional: true
        ))\(readyLine)\
        \(SelectField(
            name: "months", label: Words[.howLong], choices: terms, selected: form.months,
            error: error("months")
        ))
        """
    }

    private func row(_ index: Int, _ row: BadgeForm.Row) -> HTML {
        """
        \(SelectField(
            name: "activity.\(index)", label: Words[.peopleFinish], choices: choices, selected: row.activity,
            error: error("activity.\(index)")
        ))\
        \(TextField(
            name: "threshold.\(index)", label: Words[.percentEnough], value: row.threshold, kind: .number,
            hint: Words[.percentEnoughHint], error: error("threshold.\(index)"),
            isOptional: true
        ))
        """
    }

    private var choices: [Choice] {
        let none = Choice("", Words[activities.isEmpty ? .noActivities : .chooseActivity])
        return [none]
            + activities.map { activity in
                let source = sourceNames[activity.ref.source] ?? activity.ref.source.rawValue
                return Choice(ActivityText.value(activity.ref), "\(activity.title) (\(source))")
            }
    }

    /// A search, where the catalogue is longer than a list can be.
    private var finder: HTML? {
        guard isCut || !search.isEmpty else { return nil }
        return """
            \(TextField(
                name: "activity_search", label: Words[.findActivity], value: search, kind: .search,
                hint: Words[.findActivityHint], isOptional: true
            ))\(Button(Words[.searchWord], icon: .search, name: "find", value: "1", skipsChecks: true))
            """
    }

    private var modes: [Choice] {
        [
            Choice(BadgeForm.Mode.all.rawValue, Words[.modeAll]),
            Choice(BadgeForm.Mode.any.rawValue, Words[.modeAny]),
            Choice(BadgeForm.Mode.atLeast.rawValue, Words[.modeSome]),
        ]
    }

    private var terms: [Choice] {
        let usual = [3, 6, 12, 24, 36, 60]
        let own = Int(form.months).map { [$0] } ?? []
        return [Choice("", Words[.forEver])]
            + Set(usual + own).sorted().map { Choice(String($0), ValidityText.words($0)) }
    }
}
