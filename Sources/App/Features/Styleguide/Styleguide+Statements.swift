import Core
import Foundation

/// What the portal says: that something went well, is missing, is wrong.
extension Styleguide {
    static var statements: [Specimen] {
        [
            Specimen(
                Notice.self,
                [
                    "Fine": Notice(tone: .ok, title: "It is yours.", content: "Open it to show it."),
                    "Take care": Notice(tone: .warn, title: "It ran out on 23 November 2026."),
                    "Bad": Notice(tone: .bad, title: "Acme took this badge back.", content: "Reason: a mistake."),
                    "By the way": Notice(tone: .neutral, title: "We are looking."),
                ]
            ),
            Specimen(
                EmptyState.self,
                [
                    "": EmptyState(
                        title: "Nothing yet",
                        text: "Badges arrive here by themselves.",
                        action: ButtonLink("See all badges", href: "#main", kind: .main).html,
                        level: 3
                    )
                ]
            ),
            Specimen(
                Problem.self,
                [
                    "": Problem(
                        title: "This is our fault",
                        text: "Try again in a minute.",
                        action: ButtonLink("Go to your badges", href: "#main", kind: .main).html,
                        reference: "3fa85f64"
                    )
                ]
            ),
            Specimen(
                ErrorSummary.self,
                [
                    "": ErrorSummary(
                        title: "This cannot be saved yet",
                        errors: [.init(field: "wrong", text: "The name is missing.")]
                    )
                ]
            ),
            Specimen(
                Pill.self,
                [
                    "Fine": Pill("Yours", tone: .ok, icon: .check), "Take care": Pill("Ends in 8 days", tone: .warn),
                    "Bad": Pill("Taken back", tone: .bad, icon: .cross), "Neutral": Pill("Draft"),
                ]
            ),
            Specimen(TagList.self, ["": TagList(tags: ["cloud", "ענן", "🐍"])]),
            Specimen(
                Checklist.self,
                [
                    "": Checklist([
                        .init(.ok, "It has a name."), .init(.warn, "The description is short."),
                        .init(.bad, "The address is missing."), .init(.neutral, "Nobody has it yet."),
                    ])
                ]
            ),
            Specimen(Avatar.self, ["": Avatar(name: "Priya Raman"), "Large": Avatar(name: "林 🐍🏅", isLarge: true)]),
            Specimen(
                PersonCard.self,
                ["": PersonCard(name: "נור", text: "A few badges", action: "#main", value: "noor")]
            ),
        ]
    }

    static var lists: [Specimen] {
        [
            Specimen(
                FactsList.self,
                ["": FactsList([.init("Issued by", text: "Acme 🏅"), .init("Issued on", text: "23 November 2026")])]
            ),
            Specimen(
                LinkList.self,
                [
                    "": LinkList([
                        .init(title: "Certificate to print", href: "#main", icon: .certificate, note: "PDF"),
                        .init(title: "For a wallet", href: "#main", icon: .key),
                    ])
                ]
            ),
            Specimen(
                StepList.self,
                [
                    "": StepList([
                        .init(title: "Python 🐍", href: "#main", state: .done), .init(title: "Azure", state: .next),
                        .init(title: "Kubernetes"),
                    ])
                ]
            ),
            Specimen(TwoLines.self, ["": TwoLines(title: "Cloud expert", below: "cloud-expert", href: "#main")]),
            Specimen(
                Table.self,
                [
                    "": Table(
                        caption: "Holders",
                        columns: [.init("Who"), .init("Since"), .init("Action", isAtEnd: true, hidesTitle: true)],
                        rows: [
                            ["Priya Raman", "23 November 2026", Button("End", kind: .quiet).html],
                            ["林 🐍🏅", "1 January 2026", Button("End", kind: .quiet).html],
                        ]
                    )
                ]
            ),
            Specimen(
                FacetList.self,
                [
                    "": FacetList(
                        title: "Topic",
                        choices: [
                            .init(title: "Cloud", href: "#main", count: 12, isCurrent: true),
                            .init(title: "ענן", href: "#main", count: 3),
                        ],
                        more: ("2 more topics", [.init(title: "Data", href: "#main", count: 1)])
                    )
                ]
            ),
            Specimen(
                FacetPanel.self,
                [
                    "": FacetPanel(
                        title: "Filters",
                        lists: [FacetList(title: "Level", choices: [.init(title: "Level 2", href: "#main", count: 4)])]
                    )
                ]
            ),
            Specimen(
                ActiveFilters.self,
                ["": ActiveFilters(filters: [("Cloud", "#main")], clear: TextLink("Clear all filters", href: "#main"))]
            ),
        ]
    }

    static var figures: [Specimen] {
        [
            Specimen(
                KeyFigure.self,
                [
                    "": KeyFigure(number: "1,985", text: "badges awarded"),
                    "With a change": KeyFigure(number: "412", text: "people", change: "+12"),
                ]
            ),
            Specimen(
                BarChart.self,
                [
                    "": BarChart(
                        id: "sample-chart",
                        title: "Awarded and claimed",
                        series: ["Awarded", "Claimed"],
                        steps: [
                            .init(name: "Sep", values: [120, 80]), .init(name: "Oct", values: [180, 120]),
                            .init(name: "Nov", values: [60, 59]),
                        ],
                        stepName: "Month"
                    )
                ]
            ),
            Specimen(
                HealthStrip.self,
                [
                    "": HealthStrip(
                        label: "Two failures",
                        hours: [.well, .well, .slow, .failing, .failing, .well, .unused]
                    )
                ]
            ),
            Specimen(
                ProgressBar.self,
                [
                    "Begun": ProgressBar(label: "Rows read", value: 120, total: 1_985),
                    "Done": ProgressBar(label: "Rows read", value: 10, total: 10),
                ]
            ),
            Specimen(
                ProgressRing.self,
                [
                    "Begun": ProgressRing(percent: 30, picture: picture("a")),
                    "Done": ProgressRing(percent: 100, picture: picture("b")),
                ]
            ),
        ]
    }
}
