import Core
import Foundation

extension AdminOverview {
    private static let months = 12

    /// The last twelve months beside the twelve before; nothing as long as no badge was issued.
    func yearSection() async throws -> HTML? {
        let this = Month(site.now())
        let figures = try await figures.figures(since: this - (2 * Self.months - 1))
        let year = figures.filter { $0.month > this - Self.months }
        guard FigureSum(year).issued > 0 else { return nil }
        let before = FigureSum(figures.filter { $0.month <= this - Self.months })
        let months = (0..<Self.months).map { this - (Self.months - 1 - $0) }
        let content: HTML = """
            <ul class="figures">\(Self.keyFigures(FigureSum(year), before))</ul>\
            <div class="card">\(MonthChart(months: months, figures: year))</div>\(try await age())
            """
        return PageSection(
            id: "year",
            title: Words[.yearTitle],
            aside: TextLink(Words[.statsWord], href: "/admin/stats").html,
            content: content
        ).html
    }

    private static func keyFigures(_ year: FigureSum, _ before: FigureSum) -> [KeyFigure] {
        let words = Words.current
        return [
            KeyFigure(
                number: words.number(year.issued),
                text: Words.say(.figureIssued, ["count": .count(year.issued)]),
                change: change(year.issued, before.issued),
                isLess: year.issued <= before.issued
            ),
            KeyFigure(number: words.percent(year.claimedSoon, of: year.issued), text: Words[.figureSoon]),
            KeyFigure(number: words.percent(year.shared, of: year.issued), text: Words[.figureShared]),
            KeyFigure(
                number: words.number(year.checks),
                text: Words.say(.figureChecks, ["count": .count(year.checks)])
            ),
        ]
    }

    /// nil where there is nothing to compare with.
    private static func change(_ now: Int, _ before: Int) -> String? {
        guard before > 0 else { return nil }
        let percent = Int((100 * Double(abs(now - before)) / Double(before)).rounded())
        guard percent > 0 else { return Words[.figureSame] }
        return Words.say(now > before ? .figureUp : .figureDown, ["percent": .count(percent)])
    }

    private func age() async throws -> HTML? {
        guard let date = try await figures.countedAt() else { return nil }
        let age = RelativeAge(date, now: site.now()).html
        return "<p class=\"small soft\">\(Words.html(.figuresCounted, ["age": age]))</p>"
    }
}
