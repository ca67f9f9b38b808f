import Core
import Foundation

private let day: TimeInterval = 24 * 3600

extension LoadSeed {
    static let issuer = Issuer(id: "load", name: "Load & Söhne 🏔️", url: URL(string: "https://load.example"))

    func personID(_ number: Int) -> Person.ID { ID(LoadRandom.uuid(of: .person, number)) }
    func badgeID(_ number: Int) -> BadgeClass.ID { ID(LoadRandom.uuid(of: .badge, number)) }
    func awardID(_ number: Int) -> Award.ID { ID(LoadRandom.uuid(of: .award, number)) }

    private func activities(of badge: Int) -> [Activity.ID] { [ID("course-\(badge)-a"), ID("course-\(badge)-b")] }

    /// Half of the badges are for ever, the others for one or two years.
    private func validity(of badge: Int) -> Validity {
        switch badge % 4 {
        case 0: .months(12)
        case 1: .months(24)
        default: .unlimited
        }
    }

    // MARK: Badges

    func insertBadge(_ number: Int, at date: Date, _ session: any SQLSession) throws {
        if number == 0 {
            try session.execute(
                """
                INSERT INTO issuer (id, name, url) VALUES (\(Self.issuer.id), \(Self.issuer.name), \(Self.issuer.url))
                ON CONFLICT (id) DO NOTHING
                """
            )
        }
        let slug = "load-\(number)"
        let requirements = activities(of: number).map { Requirement(ActivityRef(source: Self.source, id: $0)) }
        let content = BadgeContent(
            name: LoadNames.badge(number),
            description: "Can do what number \(number) asks for, alone and with others.",
            criteria: "1. Finish *both* courses.\n2. Show it at work. ✅",
            picture: .artwork(.proposed(for: slug)),
            pictureDescription: Artwork.proposed(for: slug).description,
            rule: try Rule(.all, requirements),
            validity: validity(of: number),
            tags: ["load", number.isMultiple(of: 2) ? "craft" : "people"]
        )
        let created = date - 4 * 365 * day
        try session.execute(
            """
            INSERT INTO badge_class (id, slug, issuer_id, status, version, revision, search_name, created_at, published_at)
            VALUES (\(badgeID(number)), \(slug), \(Self.issuer.id), \(BadgeStatus.published), 1, 2,
                    \(SearchText.folded(content.name)), \(created), \(created))
            """
        )
        try SQLBadgeStore.insert(content, badge: badgeID(number), version: 1, at: created, session)
        for activity in activities(of: number) {
            let title = "\(content.name): \(activity)"
            try session.execute(
                """
                INSERT INTO activity (source, id, kind, title, search_title, link, offered, saved_at)
                VALUES (\(Self.source), \(activity), \(Activity.Kind.course), \(title), \(SearchText.folded(title)),
                        \("https://load.example/\(activity)"), \(true), \(date))
                """
            )
        }
    }

    // MARK: People

    func insertPerson(_ number: Int, at date: Date, _ session: any SQLSession) throws {
        let (id, name) = (personID(number), LoadNames.person(number))
        try session.execute(
            """
            INSERT INTO person (id, name, search_name, created_at)
            VALUES (\(id), \(name), \(SearchText.folded(name)), \(date - 3 * 365 * day))
            """
        )
        try session.execute(
            "INSERT INTO person_email (email, person_id, position) VALUES (\("person.\(number)@load.example"), \(id), 0)"
        )
        try session.execute(
            """
            INSERT INTO external_identity (provider, subject, person_id, linked_at)
            VALUES ('load', \("\(number)"), \(id), \(date - 3 * 365 * day))
            """
        )
        if number.isMultiple(of: 750) {
            try session.execute("INSERT INTO person_role (person_id, role, origin) VALUES (\(id), 'designer', 'load')")
        }
    }

    func insertSession(_ number: Int, at date: Date, _ session: any SQLSession) throws {
        try session.execute(
            """
            INSERT INTO session (token_hash, person_id, form_token, started_at, seen_at)
            VALUES (\(TokenHash(of: Self.sessionToken(number))), \(personID(number)), \("load-form-\(number)"),
                    \(date), \(date))
            """
        )
    }

    // MARK: Awards

    /// Awards come in the order of their dates, over three years; in each round everybody gets one, in another order.
    func award(_ number: Int, at date: Date) throws -> [SQLValue] {
        let round = number / people
        let stride = people.isMultiple(of: 7_919) ? 1 : 7_919
        let person = (number % people * stride + round * 104_729) % people
        let badge = badge(of: person, round: round)
        var random = LoadRandom(.award, number)
        let id: Award.ID = ID(random.uuid())
        let issued = (date - 3 * 365 * day * Double(awards - number) / Double(awards)).stored
        let isClaimed = random.next() % 10 > 0
        let isRevoked = random.next() % 97 == 0
        let report = Evidence(name: "Report 📄", url: URL(string: "https://load.example/report"))
        let evidence = try random.next() % 10 == 0 ? StoredJSON.text([report]) : "[]"
        let key = random.next() % 10 == 0 ? nil : random.hexadecimal() + random.hexadecimal()
        let reason: String? = isRevoked ? "Given by mistake." : nil
        return [
            id.sqlValue, badgeID(badge).sqlValue, .integer(1), personID(person).sqlValue, .date(issued),
            Self.optional(validity(of: badge).expiry(from: issued)), .text(evidence), .text(""),
            Self.optional(isClaimed ? min(issued + day, date) : nil),
            Self.optional(isRevoked ? min(issued + 9 * day, date) : nil), Self.optional(reason), Self.optional(key),
        ]
    }

    static let awardColumns = [
        "id", "badge_id", "badge_version", "person_id", "issued_at", "expires_at", "evidence", "narrative",
        "claimed_at", "revoked_at", "revocation_reason", "award_key",
    ]

    private static func optional(_ value: (any SQLConvertible)?) -> SQLValue { value?.sqlValue ?? .null }

    // MARK: Progress

    func addFacts(of person: Int, at date: Date, _ add: ([SQLValue]) throws -> Void) throws {
        var random = LoadRandom(.fact, person)
        for round in rounds..<(rounds + Self.begun) where rounds + Self.begun <= badges {
            let activities = activities(of: badge(of: person, round: round))
            try add(fact(person, activities[0], .completed, 100, date - 20 * day))
            try add(fact(person, activities[1], .inProgress, 5 + Double(random.next() % 90), date - day))
        }
        for round in 0..<min(Self.proven, rounds) {
            for activity in activities(of: badge(of: person, round: round)) {
                try add(fact(person, activity, .completed, 100, date - 3 * 365 * day))
            }
        }
    }

    static let factColumns = [
        "source", "record_id", "activity_id", "person_id", "state", "percent", "completed_at", "changed_at", "told_at",
    ]

    private func fact(
        _ person: Int,
        _ activity: Activity.ID,
        _ state: ProgressFact.State,
        _ percent: Double,
        _ date: Date
    ) -> [SQLValue] {
        [
            Self.source.sqlValue, .text("\(person)-\(activity)"), activity.sqlValue, personID(person).sqlValue,
            state.sqlValue, .real(percent), Self.optional(state == .completed ? date : nil), .date(date), .date(date),
        ]
    }
}
