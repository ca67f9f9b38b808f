import Core

/// How many badges were issued each month, and how many of these were shared.
struct MonthChart: Component {
    /// In order; months without a figure have no badges.
    let months: [Month]
    let figures: [AwardFigures]

    var html: HTML {
        let byMonth = Dictionary(grouping: figures, by: \.month)
        let sums = months.map { FigureSum(byMonth[$0] ?? []) }
        let words = Words.current
        return BarChart(
            id: "by-month",
            title: Words[.chartTitle],
            sentence: sentence(sums),
            series: [Words[.countIssued], Words[.countShared]],
            steps: zip(months, sums).map { month, sum in
                BarChart.Step(
                    name: words.shortMonth(month),
                    longName: words.month(month),
                    values: [sum.issued, sum.shared]
                )
            },
            stepName: Words[.monthWord]
        ).html
    }

    private func sentence(_ sums: [FigureSum]) -> String {
        let most = sums.indices.max { sums[$0].issued < sums[$1].issued }
        return Words.say(
            .chartSentence,
            [
                "issued": .count(sums.reduce(0) { $0 + $1.issued }),
                "shared": .count(sums.reduce(0) { $0 + $1.shared }),
                "month": .text(most.map { Words.current.month(months[$0]) } ?? ""),
            ]
        )
    }
}
