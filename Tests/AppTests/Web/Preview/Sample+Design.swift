import Core
import Foundation

@testable import App

extension Sample {
    static func design(hasErrors: Bool) -> HTML {
        let wrong = "Capitals and spaces do not work in a web address. Try data-storytelling."
        let summary = ErrorSummary(
            title: "Two things need a fix before this can be saved",
            errors: [
                ErrorSummary.Entry(field: "slug", text: wrong),
                ErrorSummary.Entry(field: "colour", text: "Choose a colour."),
            ]
        )
        return page(
            "Design a badge",
            current: "design",
            """
            \(PageHeading("Design a badge", lead: "Saved as a draft 2 minutes ago. Nobody can earn it until you publish."))
            \(hasErrors ? summary : nil)
            <form class="design" method="post" action="/design"><div class="stack">
            \(Card(id: "says", title: "What it says", content: says(error: hasErrors ? wrong : nil)))
            \(Card(id: "picture", title: "Picture", hint: "No artwork at hand? Put one together here. Every badge gets facets of its own, so no two look the same.", content: picture(error: hasErrors ? "Choose a colour." : nil)))
            \(Card(id: "earn", title: "How people earn it", content: earn))
            </div><div class="stack">
            \(ArtworkPreview(picture: "/img/data-storytelling.svg", pictureText: "An orange hexagon with a bar chart, level 1", source: "/design/preview.svg"))
            \(Card(id: "ready", title: "Before you publish", content: ready(hasErrors: hasErrors)))
            <div class="actions">\(Button("Publish badge", kind: .main, isLarge: true))\(Button("Save draft", isLarge: true, name: "draft", value: "1"))</div>
            </div></form>
            """
        )
    }

    private static func says(error: String?) -> HTML {
        """
        \(TextField(name: "name", label: "Name", value: "Data Storytelling", isRequired: true, maxLength: 120, proposes: "slug"))\
        \(TextField(
            name: "slug", label: "Web address", value: error == nil ? "data-storytelling" : "Data Storytelling",
            hint: "Small letters, digits and hyphens. It cannot change once people have the badge.", error: error,
            prefix: "/badges/", isRequired: true, pattern: "[0-9a-z\\-]{1,64}"
        ))\
        \(TextArea(
            name: "summary", label: "What can someone with this badge do?",
            value: "Turns numbers into a story that helps a team decide, and says honestly what the numbers cannot show.",
            hint: "One or two sentences. Strangers read this first.", maxLength: 500
        ))
        """
    }

    private static func picture(error: String?) -> HTML {
        let artwork = Artwork(shape: .hexagon, colour: .orange, symbol: "chart", level: .one)
        let file = FileField(
            name: "file",
            label: "Use our own artwork instead",
            hint: "SVG or PNG, square, up to 1 MB.",
            accept: "image/svg+xml,image/png",
            isOptional: true
        )
        return "\(ArtworkFields(artwork: artwork, errors: error.map { ["colour": $0] } ?? [:]))\(file)"
    }

    private static var earn: HTML {
        let paths = [
            Choice("1", "Data Storytelling (Pathgather, 5 courses, about 6 hours)"),
            Choice("2", "Statistics for everyone"),
        ]
        let terms = [Choice("0", "For ever"), Choice("2", "2 years, then it can be renewed")]
        let visible = [
            Choice("link", "Anyone with the link", hint: "Search engines never list it."),
            Choice("people", "Signed-in colleagues only"), Choice("me", "Only the holder"),
        ]
        let rows: [HTML] = ["Finish all five courses", "Tell one story to your team"].enumerated().map { index, text in
            TextField(name: "requirement-\(index)", label: "What must they do?", value: text).html
        }
        return """
            \(SelectField(name: "path", label: "They finish this learning path", choices: paths, selected: "1"))\
            \(SelectField(name: "term", label: "How long is it good for?", choices: terms, selected: "2"))\
            \(RowEditor(name: "requirements", label: "Requirements", hint: "Strangers see them as a list.", rows: rows, add: "Add a requirement", rowName: { "Requirement \($0)" }))\
            \(RadioList(name: "visible", label: "Who can see it", choices: visible, selected: "link"))\
            \(Checkbox(name: "renew", label: "Remind holders 30 days before it runs out", isOn: true))
            """
    }

    private static func ready(hasErrors: Bool) -> HTML {
        Checklist([
            Checklist.Item(.ok, "Picture reads well on light and on dark"),
            Checklist.Item(.ok, "Description is 98 letters long"),
            Checklist.Item(.ok, "Learning path answers"),
            hasErrors
                ? Checklist.Item(.bad, "<a href=\"#f-slug\">Web address needs a fix</a>")
                : Checklist.Item(.ok, "Web address is free"),
        ]).html
    }
}
