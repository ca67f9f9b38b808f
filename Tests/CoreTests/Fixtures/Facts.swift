import Core
import Foundation

/// Foundation has a Progress too.
typealias Progress = Core.Progress

/// Short ways to write facts and badges, so that tests read as tables.
enum Facts {
    static let source: SourceID = "lms"
    static let day = TimeInterval(24 * 3600)
    static let start = Date(timeIntervalSince1970: 1_767_225_600)

    static func date(_ days: Double) -> Date { start + days * day }

    static func ref(_ id: String) -> ActivityRef { ActivityRef(source: source, id: ID(id)) }

    static func done(_ id: String, on days: Double = 0, record: String? = nil) -> Progress {
        Progress(
            activity: ref(id),
            recordID: record ?? "record-\(id)",
            state: .completed,
            percent: .full,
            completedAt: date(days),
            asOf: date(days)
        )
    }

    static func begun(_ id: String, _ percent: Double?, on days: Double = 0) -> Progress {
        Progress(
            activity: ref(id),
            recordID: "record-\(id)",
            state: .inProgress,
            percent: percent.map(Percent.init(clamping:)),
            asOf: date(days)
        )
    }

    static func rule(_ mode: Rule.Mode, _ ids: String...) throws -> Rule {
        try Rule(mode, ids.map { Requirement(ref($0)) })
    }

    static func content(_ rule: Rule?, validity: Validity = .unlimited) -> BadgeContent {
        BadgeContent(
            name: "Cloud 🏅",
            description: "Keeps data safe.",
            criteria: "Finish the path.",
            picture: .artwork(.proposed(for: "cloud")),
            rule: rule,
            validity: validity
        )
    }

    static func badge(
        _ rule: Rule?,
        id: BadgeClass.ID = "b1",
        status: BadgeStatus = .published,
        validity: Validity = .unlimited
    ) throws -> BadgeClass {
        BadgeClass(
            id: id,
            slug: try Slug(id.rawValue),
            status: status,
            content: content(rule, validity: validity),
            issuer: Issuer(id: "i1", name: "Acme"),
            createdAt: start
        )
    }
}
