import Core

/// What people fill in, empty, filled and wrong.
extension Styleguide {
    private static let wrong = "The name is missing."

    static var fields: [Specimen] {
        [
            Specimen(
                TextField.self,
                [
                    "Empty": TextField(name: "empty", label: "Name", hint: "One that people know.", isOptional: true),
                    "Filled": TextField(name: "filled", label: "Name", value: "Cloud 🐍 שלום"),
                    "Wrong": TextField(name: "wrong", label: "Name", error: wrong, isRequired: true),
                    "With what stands before it": TextField(
                        name: "prefixed",
                        label: "Address",
                        value: "cloud",
                        prefix: "/badges/"
                    ),
                ]
            ),
            Specimen(
                TextArea.self,
                [
                    "Filled": TextArea(name: "area", label: "What it says", value: "Keeps clouds\nin the sky."),
                    "Wrong": TextArea(name: "area-wrong", label: "What it says", error: wrong),
                ]
            ),
            Specimen(
                SelectField.self,
                [
                    "": SelectField(
                        name: "select",
                        label: "Badge",
                        choices: [Choice("a", "Cloud"), Choice("b", "ענן")]
                    ),
                    "Wrong": SelectField(
                        name: "select-wrong",
                        label: "Badge",
                        choices: [Choice("", "Choose")],
                        error: wrong
                    ),
                ]
            ),
            Specimen(
                FileField.self,
                [
                    "": FileField(name: "file-sample", label: "Picture", hint: "PNG or SVG."),
                    "Wrong": FileField(name: "file-wrong", label: "Picture", error: wrong),
                ]
            ),
            Specimen(BadgeInput.self, ["": BadgeInput()]),
            Specimen(
                SearchBox.self,
                ["": SearchBox(label: "Search badges", action: "#main", name: "sample")]
            ),
        ]
    }

    static var choices: [Specimen] {
        let choices = [Choice("link", "Anyone with the link", hint: "Not listed."), Choice("owner", "Only you")]
        return [
            Specimen(
                RadioList.self,
                [
                    "Chosen": RadioList(name: "radio", label: "Who can see it", choices: choices, selected: "link"),
                    "Wrong": RadioList(
                        name: "radio-wrong",
                        label: "Who can see it",
                        choices: choices,
                        error: "Choose one."
                    ),
                ]
            ),
            Specimen(
                RadioTiles.self,
                [
                    "": RadioTiles(
                        name: "tiles",
                        label: "Level",
                        choices: [Choice("1", "1"), Choice("2", "2")],
                        selected: "1"
                    )
                ]
            ),
            Specimen(
                Checkbox.self,
                [
                    "On": Checkbox(name: "on", label: "Tell me by mail", isOn: true, hint: "At most one a day."),
                    "Off": Checkbox(name: "off", label: "Tell me by mail"),
                ]
            ),
            Specimen(
                OrderedChoice.self,
                [
                    "Chosen": OrderedChoice(
                        id: "1",
                        title: "Cloud expert",
                        note: "23 November 2026",
                        picture: picture("a"),
                        isChosen: true
                    ),
                    "Not chosen": OrderedChoice(id: "2", title: "ענן", note: "1 January 2026", picture: picture("b")),
                ]
            ),
            Specimen(
                RowEditor.self,
                [
                    "": RowEditor(
                        name: "rows",
                        label: "Skills",
                        rows: [TextField(name: "row-0", label: "Skill", value: "Cloud").html],
                        add: "Add a skill",
                        rowName: { "Skill \($0)" }
                    )
                ]
            ),
            Specimen(ArtworkFields.self, ["": ArtworkFields(artwork: .proposed(for: "cloud-expert"))]),
            Specimen(
                ArtworkPreview.self,
                [
                    "": ArtworkPreview(
                        picture: picture("cloud-expert"),
                        pictureText: "A blue hexagon",
                        source: "/artwork.svg"
                    )
                ]
            ),
        ]
    }
}
