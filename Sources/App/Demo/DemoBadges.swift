import Core
import Foundation
import Storage

/// Badges to look around with, earned by what the shipped learning records say.
struct DemoBadges {
    /// The `id` of the source in the committed plugins.json.
    static let source: SourceID = "learning-records"

    let database: PortalDatabase
    let now: @Sendable () -> Date

    /// Publishes the demo badges, unless the portal has badges already.
    ///
    /// - Returns: how many were published.
    func publish() async throws -> Int {
        for status in BadgeStatus.allCases {
            guard try await database.badges.badges(status).isEmpty else { return 0 }
        }
        guard let issuer = try await database.badges.issuers().first else { return 0 }
        for demo in Self.all {
            let slug = try Slug(demo.slug)
            let badge = NewBadge(id: ID(UUID()), slug: slug, issuer: issuer.id, content: try demo.content(Self.source))
            _ = try await database.badges.create(badge, by: .commandLine, at: now())
            _ = try await database.badges.set(.published, of: slug, by: .commandLine, at: now())
        }
        return Self.all.count
    }
}

extension DemoBadges {
    /// One badge, and the activities of the shipped file that earn it.
    struct Demo {
        var slug: String
        var name: String
        var description: String
        var artwork: Artwork
        var activities: [String]
        var mode = Rule.Mode.all
        var months: Int?
        var tags: [String] = []

        func content(_ source: SourceID) throws -> BadgeContent {
            let requirements = activities.map { Requirement(ActivityRef(source: source, id: ID($0))) }
            return BadgeContent(
                name: name,
                description: description,
                criteria: "Finish the learning that belongs to it. The record of the learning system is what counts.",
                picture: .artwork(artwork),
                pictureDescription: artwork.description,
                rule: requirements.isEmpty ? nil : try Rule(mode, requirements),
                validity: Validity(months: months),
                tags: tags
            )
        }
    }
}
