/// How something stands; the colour never says it alone.
enum Tone {
    case ok
    case warn
    case bad
    case neutral

    /// The end of a class name.
    var name: HTML {
        switch self {
        case .ok: "ok"
        case .warn: "warn"
        case .bad: "bad"
        case .neutral: "neutral"
        }
    }

    var icon: Icon.Name {
        switch self {
        case .ok: .check
        case .warn: .warning
        case .bad: .cross
        case .neutral: .info
        }
    }
}
