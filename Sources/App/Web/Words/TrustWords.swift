import Core
import Foundation

/// How far a badge from elsewhere was checked, in words.
struct TrustWords {
    let pill: Pill
    let sentence: String

    init(_ badge: ImportedBadge, at now: Date) {
        switch badge.trust {
        case .revoked:
            pill = Pill("Taken back", tone: .bad, icon: .cross)
            sentence = badge.reason
        case .linked:
            pill = Pill("Not checked by signature", icon: .link)
            sentence = "This is a link that you gave. Whether it holds, only the issuer's own page can tell."
        case .unchecked:
            pill = Pill("Not checked yet", icon: .clock)
            sentence = "\(badge.reason) We try again every night.".trimmed
        case _ where badge.hasRunOut(at: now):
            pill = Pill("Ran out", tone: .warn, icon: .clock)
            sentence = "Genuine, but its time is over."
        case .verified, .expired:
            pill = Pill("Genuine", tone: .ok, icon: .check)
            sentence = badge.reason.isEmpty ? "Its proof held when we last looked." : badge.reason
        }
    }
}
