import Core

/// How many awards were given month by month, as a small line that a sentence says, too.
struct Sparkline: Component {
    private static let step = 8
    private static let height = 24

    /// The oldest first; the last one ends now.
    let values: [Int]

    var html: HTML {
        let total = Words.Value.count(values.reduce(0, +))
        let words = Words.say(.trendWords, ["total": total, "new": .count(values.last ?? 0)])
        let width = Self.step * max(values.count - 1, 1)
        return """
            <svg class="spark" viewBox="-2 -2 \(width + 4) \(Self.height + 4)" width="\(width + 4)" \
            height="\(Self.height + 4)" role="img" aria-label="\(words)"><polyline points="\(points)"/></svg>
            """
    }

    private var points: String {
        let top = max(values.max() ?? 0, 1)
        return values.enumerated().map { "\($0 * Self.step),\(Self.height - $1 * Self.height / top)" }
            .joined(separator: " ")
    }
}
