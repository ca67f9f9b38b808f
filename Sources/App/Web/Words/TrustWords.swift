import Core
import Foundation

/// How far a badge from elsewhere was checked, in words.
struct TrustWords {
    let pill: Pill
    let sentence: String

    init(_ badge: ImportedBadge, at now: Date) {
        switch badge.trust {
        case .revoked:
            pill = Pill(Words[.stateTakenBack], tone: .bad, icon: .cross)
            sentence = FoundSentence(badge.reason).text
        case .linked:
            pill = Pill(Words[.trustUnsigned], icon: .link)
            sentence = Words[.trustLinkText]
        case .unchecked:
            pill = Pill(Words[.trustUnchecked], icon: .clock)
            sentence = "\(FoundSentence(badge.reason).text) \(Words[.trustEveryNight])".trimmed
        case _ where badge.hasRunOut(at: now):
            pill = Pill(Words[.stateRanOut], tone: .warn, icon: .clock)
            sentence = Words[.trustOver]
        case .verified, .expired:
            pill = Pill(Words[.trustGenuine], tone: .ok, icon: .check)
            sentence = badge.reason.isEmpty ? Words[.trustHeld] : FoundSentence(badge.reason).text
        }
    }
}
