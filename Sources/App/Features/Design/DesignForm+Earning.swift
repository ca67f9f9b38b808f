import Core

extension DesignForm {
    /// The part of the form that says what earns the badge.
    var earn: HTML {
        """
        \(RowEditor(
            name: "activities", label: "Activities that count",
            hint: "From your learning systems. Leave it empty for a badge that is only given by hand.",
            rows: form.requirements.enumerated().map { row($0.offset, $0.element) }, add: "Add an activity",
            rowName: "Activity"
        ))\(finder)\
        \(SelectField(
            name: "mode", label: "How many of them", choices: modes, selected: form.mode, error: error("mode")
        ))\
        \(TextField(
            name: "needed", label: "At least", value: form.needed, kind: .number,
            hint: "Only for “at least so many”.", error: error("needed"), isOptional: true
        ))\
        \(SelectField(
            name: "months", label: "How long is it good for?", choices: terms, selected: form.months,
            error: error("months")
        ))
        """
    }

    private func row(_ index: Int, _ row: BadgeForm.Row) -> HTML {
        """
        \(SelectField(
            name: "activity.\(index)", label: "People finish", choices: choices, selected: row.activity,
            error: error("activity.\(index)")
        ))\
        \(TextField(
            name: "threshold.\(index)", label: "Percent that is enough", value: row.threshold, kind: .number,
            hint: "Empty: the learning system must say that it is completed.", error: error("threshold.\(index)"),
            isOptional: true
        ))
        """
    }

    private var choices: [Choice] {
        let none = Choice("", activities.isEmpty ? "No source has told its activities yet" : "Choose an activity")
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
                name: "activity_search", label: "Find an activity", value: search, kind: .search,
                hint: "There are more than the lists above show.", isOptional: true
            ))\(Button("Find", icon: .search, name: "find", value: "1", skipsChecks: true))
            """
    }

    private var modes: [Choice] {
        [
            Choice(BadgeForm.Mode.all.rawValue, "All of them"),
            Choice(BadgeForm.Mode.any.rawValue, "Any one of them"),
            Choice(BadgeForm.Mode.atLeast.rawValue, "At least so many"),
        ]
    }

    private var terms: [Choice] {
        let usual = [3, 6, 12, 24, 36, 60]
        let own = Int(form.months).map { [$0] } ?? []
        return [Choice("", "For ever")]
            + Set(usual + own).sorted().map { Choice(String($0), ValidityText.words($0)) }
    }
}
