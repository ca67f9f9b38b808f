import Core

/// How a source is doing, in the reader's words; what it said itself stays as it was, on demand.
struct SourceHealthText {
    let health: SourceHealth?

    /// - Parameter health: nil before the source was asked.
    init(_ health: SourceHealth?) { self.health = health }

    var pill: Pill {
        switch health?.status {
        case nil: Pill(Words[.healthWaiting], icon: .clock)
        case .healthy: Pill(Words[.healthWorking], tone: .ok, icon: .check)
        case .degraded: Pill(Words[.healthSlow], tone: .warn, icon: .clock)
        case .down: Pill(Words[.healthDown], tone: .bad, icon: .cross)
        case .misconfigured: Pill(Words[.healthRefused], tone: .bad, icon: .cross)
        }
    }

    var sentence: String {
        switch health?.status {
        case nil: Words[.healthWaitingText]
        case .healthy: Words[.healthWorkingText]
        case .degraded: Words[.healthSlowText]
        case .down: Words[.healthDownText]
        case .misconfigured: Words[.healthRefusedText]
        }
    }

    /// What operators look for in logs and manuals: in English, as it came.
    var details: HTML? {
        guard let message = health?.message, !message.isEmpty else { return nil }
        return """
            <details><summary>\(Words[.rawAnswer])</summary><p lang="en" dir="auto">\(message)</p></details>
            """
    }
}
