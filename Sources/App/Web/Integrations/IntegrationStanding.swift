import Core
import Foundation

/// How one integration is doing.
struct IntegrationStanding {
    enum Kind {
        case learning
        case signIn
        case directory
        case mail
        case other
    }

    enum State {
        case working
        case slow
        case down
        case refused
        /// Nothing was asked of it yet.
        case waiting
        case off

        var isBroken: Bool { self == .down || self == .refused || self == .slow }
    }

    /// As in plugins.json.
    var id: String
    var name: String
    var purpose: HTML
    var kind: Kind
    var state: State
    /// When it last answered or was asked in vain.
    var lastAt: Date?
    /// Of the last call.
    var milliseconds: Int?
    /// The last good answer before the trouble began; nil when there was none.
    var wellUntil: Date?
    /// In the last 24 hours.
    var failures = 0
    /// The last 24, the oldest first.
    var hours: [HealthStrip.Hour] = []
    /// What the last failure said, in English.
    var details: HTML?

    var href: String { "/admin/plugins/\(URLText.query(id))" }

    var pill: Pill {
        switch state {
        case .working: Pill(Words[.healthWorking], tone: .ok, icon: .check)
        case .slow: Pill(Words[.healthSlow], tone: .warn, icon: .clock)
        case .down: Pill(Words[.healthDown], tone: .bad, icon: .cross)
        case .refused: Pill(Words[.healthRefused], tone: .bad, icon: .cross)
        case .waiting: Pill(Words[.healthWaiting], icon: .clock)
        case .off: Pill(Words[.pluginOff], icon: .stop)
        }
    }

    var strip: HealthStrip { HealthStrip(label: stripLabel, hours: hours) }

    private var stripLabel: String {
        func count(_ kind: HealthStrip.Hour) -> Words.Value { .count(hours.count { $0 == kind }) }
        return Words.say(
            .stripLabel,
            [
                "integration": .text(name), "well": count(.well), "uneven": count(.slow), "failing": count(.failing),
                "unused": count(.unused),
            ]
        )
    }
}

extension IntegrationStanding {
    /// What is wrong and since when, as in “Pathgather has refused our key since 18:02 UTC”.
    var trouble: String {
        let moment = wellUntil.map { Words.current.dateAndTime($0) }
        let phrase: Phrase =
            switch (state, moment) {
            case (.refused, .some): .refusedSince
            case (.refused, nil): .refusedAlways
            case (.slow, _): .answersBadly
            case (_, .some): .downSince
            case (_, nil): .downAlways
            }
        return Words.say(phrase, ["integration": .text(name), "moment": .text(moment ?? "")])
    }

    /// What it means for people.
    var harm: String {
        switch kind {
        case .learning: Words[.harmLearning]
        case .signIn: Words[.harmSignIn]
        case .mail: Words[.harmMail]
        case .directory, .other: Words[.harmOther]
        }
    }

    var tries: String? { failures == 0 ? nil : Words.say(.triesFailed, ["count": .count(failures)]) }
}

extension HealthStrip.Hour {
    /// - Parameter hour: nil when nothing was asked.
    init(_ hour: IntegrationHour?) {
        guard let hour, hour.calls > 0 else {
            self = .unused
            return
        }
        if hour.failures * 2 >= hour.calls {
            self = .failing
        } else {
            self = hour.failures + hour.slow > 0 ? .slow : .well
        }
    }
}
