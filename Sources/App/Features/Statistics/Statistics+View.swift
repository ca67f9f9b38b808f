import Core

extension Statistics {
    /// More badges are in the file only.
    private static let shownBadges = 25

    func page(_ report: Report, _ person: Person) async throws -> Page {
        let isAdministrator = person.may(.administrator)
        let navigation: AdminNav? = isAdministrator ? AdminNav(current: "/admin/stats") : nil
        let lead = Words[isAdministrator ? .statsLead : .statsLeadOwn]
        let sum = FigureSum(report.figures)
        let content: HTML =
            if sum.issued == 0, sum.checks == 0 {
                EmptyState(title: Words[.statsNone], text: Words[.statsNoneText], icon: .medal).html
            } else {
                numbers(report, sum)
            }
        return Page(
            title: Words[.statsWord],
            section: isAdministrator ? .admin : .design,
            body: """
                \(PageHeading(Words[.statsWord], lead: "\(lead)"))\(navigation)
                \(Self.periods(report))\(content)
                """
        )
    }

    private static func periods(_ report: Report) -> FilterChips {
        FilterChips(
            label: Words[.shownWord],
            chips: Period.allCases.map { period in
                FilterChips.Chip(
                    title: period == .all
                        ? Words[.allMonths] : Words.say(.lastMonths, ["count": .count(period.rawValue)]),
                    href: "/admin/stats?months=\(period.rawValue)",
                    isCurrent: period == report.period
                )
            }
        )
    }

    private func numbers(_ report: Report, _ sum: FigureSum) -> HTML {
        let download = ButtonLink(
            Words[.downloadTable],
            href: "/admin/stats.csv?months=\(report.period.rawValue)",
            icon: .file
        )
        let age = report.countedAt.map { RelativeAge($0, now: site.now()).html }
        let counted: HTML? = age.map { "<p class=\"small soft\">\(Words.html(.figuresCounted, ["age": $0]))</p>" }
        return """
            <div class="stack">\(Self.funnel(sum))\
            <div class="card">\(MonthChart(months: report.months, figures: report.figures))</div>\
            \(Self.badgeTable(report))\(Self.monthTable(report))<div class="row">\(download)</div>\(counted)</div>
            """
    }

    private static func funnel(_ sum: FigureSum) -> Card {
        let steps: [(Phrase, Int)] = [
            (.countIssued, sum.issued), (.countClaimed, sum.claimed), (.countShared, sum.shared),
            (.countChecked, sum.checked),
        ]
        let rows = steps.map { phrase, count -> HTML in
            let number = Words.current.number(count)
            return """
                <li><p class="row"><b>\(Words[phrase])</b> <span class="num">\(number) \
                <span class="soft">(\(Words.current.percent(count, of: sum.issued)))</span></span></p>\
                \(ProgressBar(label: Words[phrase], value: count, total: sum.issued))</li>
                """
        }
        return Card(
            id: "funnel",
            title: Words[.statsFunnel],
            hint: Words[.statsHint],
            content: "<ol class=\"stack\">\(rows)</ol>"
        )
    }

    private static func badgeTable(_ report: Report) -> Card {
        let groups = Dictionary(grouping: report.figures, by: \.badge)
        let sums = groups.compactMap { id, figures -> (BadgeClass, FigureSum)? in
            report.badges[id].map { ($0, FigureSum(figures)) }
        }
        .sorted { left, right in
            guard left.1.issued == right.1.issued else { return left.1.issued > right.1.issued }
            return left.0.slug.description < right.0.slug.description
        }
        let rows = sums.prefix(shownBadges).map { badge, sum -> [HTML] in
            [TextLink(badge.content.name, href: "/badges/\(badge.slug)").html] + cells(sum)
        }
        let more: HTML? =
            sums.count > shownBadges
            ? "<p class=\"small soft\">\(Words.say(.statsMore, ["count": .count(sums.count - shownBadges)]))</p>" : nil
        return Card(
            id: "badges",
            title: Words[.statsByBadge],
            content: "\(table(.statsByBadge, .badgeWord, rows))\(more)"
        )
    }

    private static func monthTable(_ report: Report) -> HTML {
        let groups = Dictionary(grouping: report.figures, by: \.month)
        let rows = report.months.reversed().map { month -> [HTML] in
            ["\(Words.current.month(month))"] + cells(FigureSum(groups[month] ?? []))
        }
        return """
            <details class="card"><summary>\(Words[.statsByMonth])</summary>\(table(.statsByMonth, .monthWord, rows))</details>
            """
    }

    private static func table(_ caption: Phrase, _ first: Phrase, _ rows: [[HTML]]) -> Table {
        let columns = [Phrase.countIssued, .countClaimed, .countShared, .countChecked, .countChecks]
        return Table(
            caption: Words[caption],
            columns: [Table.Column(Words[first])] + columns.map { Table.Column(Words[$0], isAtEnd: true) },
            rows: rows
        )
    }

    private static func cells(_ sum: FigureSum) -> [HTML] {
        let words = Words.current
        func part(_ count: Int) -> HTML {
            """
            <span>\(words.number(count)) <span class="soft small">\(words.percent(count, of: sum.issued))</span></span>
            """
        }
        return [
            "\(words.number(sum.issued))", part(sum.claimed), part(sum.shared), part(sum.checked),
            "\(words.number(sum.checks))",
        ]
    }
}
