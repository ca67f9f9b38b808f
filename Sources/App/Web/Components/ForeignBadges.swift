import Core
import Foundation

/// Badges from elsewhere side by side: with their own pictures and issuers, never with our seal.
struct ForeignBadges: Component {
    let badges: [ImportedBadge]
    let now: Date

    var html: HTML { BadgeGrid(tiles: badges.map(tile)).html }

    private func tile(_ badge: ImportedBadge) -> BadgeTile {
        BadgeTile(
            name: badge.title,
            href: "/import/badges/\(badge.id)",
            picture: "/import/badges/\(badge.id)/picture",
            note: badge.issuer,
            pill: TrustWords(badge, at: now).pill
        )
    }
}
