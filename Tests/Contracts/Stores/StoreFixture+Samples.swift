import Core
import Foundation

/// What the contracts work with.
enum Sample {
    /// A morning in March 2026, UTC.
    static let now = Date(timeIntervalSince1970: 1_772_438_400)
    static let day: TimeInterval = 24 * 3600
    static let source: SourceID = "lms"
    static let provider: ProviderID = "demo"
    static let designer = Actor.commandLine

    /// Scripts, directions, emoji of many scalars, combining marks, quotes and wildcards.
    static let texts = [
        "", " ", "Zoë O'Hara", "🏅👩🏽‍🚀🇺🇳", "שלום مرحبا", "e\u{301} ≠ é", #"a"b\c%d_e'f"#, "line\r\nline\u{2028}",
        "\u{202E}right to left", String(repeating: "ß🏅", count: 2_000), "$1 ?1 :name @name",
    ]

    static let artwork = BadgePicture.artwork(Artwork(shape: .hexagon, colour: .teal, symbol: "cloud", level: .two))

    static func content(_ name: String, rule: Rule? = nil, validity: Validity = .unlimited) -> BadgeContent {
        BadgeContent(
            name: name,
            description: "Can do it.",
            criteria: "Do it.",
            picture: artwork,
            rule: rule,
            validity: validity
        )
    }

    static func edit(
        id: BadgeClass.ID,
        revision: Int = 1,
        slug: String,
        content: BadgeContent = content("edited"),
        isCorrection: Bool = false
    ) throws -> BadgeEdit {
        BadgeEdit(badge: id, revision: revision, slug: try Slug(slug), content: content, isCorrection: isCorrection)
    }

    static func activity(_ id: Activity.ID) -> ActivityRef { ActivityRef(source: source, id: id) }

    static func rule(_ activities: Activity.ID...) throws -> Rule {
        try Rule(.all, activities.map { Requirement(activity($0)) })
    }

    static func email(_ text: String) throws -> EmailAddress {
        guard let email = EmailAddress(text) else { throw PersonError.invalidEmail(text) }
        return email
    }

    static func subject(_ name: String, _ emails: String..., provider: ProviderID = provider) throws -> Subject {
        Subject(
            identity: ExternalIdentity(provider: provider, subject: name),
            name: name,
            emails: try emails.map { try email($0) }
        )
    }

    /// That the person with the address completed the activity.
    static func completion(
        _ record: String,
        of activity: Activity.ID,
        by email: String,
        at date: Date = now,
        changedAt: Date? = nil
    ) throws -> ProgressFact {
        ProgressFact(
            recordID: record,
            activity: activity,
            person: [PersonKey(try Sample.email(email))],
            state: .completed,
            percent: .full,
            completedAt: date,
            changedAt: changedAt
        )
    }

    /// That the person with the address is so far.
    static func progress(
        _ record: String,
        of activity: Activity.ID,
        by email: String,
        percent: Double,
        changedAt: Date? = nil
    ) throws -> ProgressFact {
        ProgressFact(
            recordID: record,
            activity: activity,
            person: [PersonKey(try Sample.email(email))],
            state: .inProgress,
            percent: Percent(clamping: percent),
            changedAt: changedAt
        )
    }
}

extension StoreFixture {
    static let issuer = Issuer(id: "acme", name: "Acme 🏔️", url: URL(string: "https://acme.example"), email: nil)

    func draft(_ slug: String, _ content: BadgeContent? = nil) async throws -> BadgeClass {
        try await badges.save(Self.issuer, by: Sample.designer, at: Sample.now)
        let badge = NewBadge(
            id: ID("badge-\(slug)"),
            slug: try Slug(slug),
            issuer: Self.issuer.id,
            content: content ?? Sample.content(slug)
        )
        return try await badges.create(badge, by: Sample.designer, at: Sample.now)
    }

    func published(_ slug: String, _ content: BadgeContent? = nil) async throws -> BadgeClass {
        let badge = try await draft(slug, content)
        return try await badges.set(.published, of: badge.slug, by: Sample.designer, at: Sample.now)
    }

    func person(_ name: String, _ email: String? = nil) async throws -> Person {
        let subject = try Sample.subject(name, email ?? "\(name.lowercased())@acme.example")
        return try await people.signIn(subject, at: Sample.now)
    }

    /// Gives `badge` to `person` by hand.
    @discardableResult
    func give(
        _ badge: BadgeClass,
        to person: Person,
        id: Award.ID = ID(UUID()),
        on date: Date = Sample.now,
        expires: Date? = nil,
        narrative: String = ""
    ) async throws -> Award {
        let award = Award(
            id: id,
            badge: badge.id,
            badgeVersion: badge.version,
            person: person.id,
            issuedOn: date,
            expires: expires,
            narrative: narrative
        )
        try await awards.give(award, by: Sample.designer)
        return award
    }

    @discardableResult
    func fold(_ facts: ProgressFact..., at date: Date = Sample.now) async throws -> FoldReport {
        try await learning.fold(facts, of: Sample.source, at: date, position: nil)
    }

    /// What the rules of the published badges decide for everybody who waits.
    func decisions(at date: Date = Sample.now) async throws -> [AwardDecision] {
        let waiting = try await learning.waitingForAwards(limit: 100)
        let facts = try await learning.progress(of: waiting.map(\.person))
        let histories = try await awards.histories(of: waiting.map(\.person))
        let awarding = Awarding(try await badges.badges(.published))
        return waiting.map { waiting in
            let (earned, again) = awarding.decide(
                facts: facts[waiting.person, default: []],
                history: histories[waiting.person, default: [:]],
                at: date
            )
            return AwardDecision(waiting: waiting, earned: earned, again: again)
        }
    }

    /// Decides and stores, as the portal does after a synchronisation.
    @discardableResult
    func award(at date: Date = Sample.now) async throws -> [Award] {
        try await awards.record(try await decisions(at: date), at: date)
    }
}
