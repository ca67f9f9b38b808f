/// The last hours of an integration, one bar an hour, oldest first.
struct HealthStrip: Component {
    enum Hour {
        case well
        case slow
        case failing
        case unused
    }

    /// The same in words, for people who cannot see it: "Working for 24 hours".
    let label: String
    let hours: [Hour]

    var html: HTML {
        let bars = hours.enumerated().map { index, hour -> HTML in
            switch hour {
            case .well: "<rect class=\"well\" x=\"\(index * 6)\" y=\"2\" width=\"4\" height=\"20\" rx=\"1\"/>"
            case .slow: "<rect class=\"slow\" x=\"\(index * 6)\" y=\"8\" width=\"4\" height=\"14\" rx=\"1\"/>"
            case .failing: "<rect class=\"failing\" x=\"\(index * 6)\" y=\"14\" width=\"4\" height=\"8\" rx=\"1\"/>"
            case .unused: "<rect class=\"unused\" x=\"\(index * 6)\" y=\"19\" width=\"4\" height=\"3\" rx=\"1\"/>"
            }
        }
        let width = max(hours.count * 6 - 2, 1)
        return """
            <svg class="strip" role="img" aria-label="\(label)" viewBox="0 0 \(width) 24" width="\(width)" height="24">\
            \(bars)</svg>
            """
    }
}
