import Core

extension SQLSession {
    /// Gives a new award its salt and its place in a status list, in the transaction that stores it.
    ///
    /// The place is random: neighbours in a list say nothing about when or to whom awards were given.
    func addProofs(of awards: [Award]) throws {
        guard !awards.isEmpty else { return }
        let badges = Set(awards.map(\.badge)).sorted()
        var issuers: [BadgeClass.ID: Issuer.ID] = [:]
        for some in badges.chunks(ofAtMost: 500) {
            let found = try rows("SELECT id, issuer_id FROM badge_class WHERE id IN \(list: some)") { row in
                (badge: row.id() as BadgeClass.ID, issuer: row.id() as Issuer.ID)
            }
            for pair in found { issuers[pair.badge] = pair.issuer }
        }
        for (issuer, awards) in Dictionary(grouping: awards, by: { issuers[$0.badge] }) {
            guard let issuer else { throw BadgeError.notFound(awards.first?.badge.rawValue ?? "") }
            try takePlaces(for: awards, of: issuer)
        }
    }

    private func takePlaces(for awards: [Award], of issuer: Issuer.ID) throws {
        var rest = awards[...]
        while !rest.isEmpty {
            let list = try openStatusList(of: issuer)
            let part = rest.prefix(StatusListState.capacity - list.taken)
            for award in part { try takePlace(for: award, in: list.number) }
            try execute("UPDATE status_list SET taken = taken + \(part.count) WHERE number = \(list.number)")
            rest = rest.dropFirst(part.count)
        }
    }

    private func takePlace(for award: Award, in list: Int) throws {
        for _ in 0..<Self.attempts {
            let place = Int.random(in: 0..<StatusListState.size)
            let inserted = try execute(
                """
                INSERT INTO award_proof (award_id, list, place, salt)
                VALUES (\(award.id), \(list), \(place), \(Self.salt()))
                ON CONFLICT (list, place) DO NOTHING
                """
            )
            if inserted == 1 { return }
        }
        throw SQLError.unreadable("status list \(list) has no free place")
    }

    /// Tells the award's status lists that they are out of date.
    func noteStatusChange(_ award: Award.ID) throws {
        try execute(
            """
            UPDATE status_list SET changes = changes + 1
             WHERE number = (SELECT list FROM award_proof WHERE award_id = \(award))
            """
        )
    }

    /// Half of the places stay free, so more attempts than these are less likely than a broken disk.
    private static var attempts: Int { 64 }

    private static func salt() -> String { (0..<16).map { _ in UInt8.random(in: 0...255) }.hexadecimal }

    /// The newest list of the issuer, or a new one when it is full.
    private func openStatusList(of issuer: Issuer.ID) throws -> (number: Int, taken: Int) {
        let last = try first(
            "SELECT number, taken FROM status_list WHERE issuer_id = \(issuer) ORDER BY number DESC LIMIT 1"
        ) { row in (number: row.integer(), taken: row.integer()) }
        if let last, last.taken < StatusListState.capacity { return last }
        let number = try first(
            """
            INSERT INTO status_list (number, issuer_id)
            VALUES ((SELECT coalesce(max(number), 0) + 1 FROM status_list), \(issuer))
            RETURNING number
            """
        ) { $0.integer() }
        guard let number else { throw SQLError.unreadable("a new status list has no number") }
        return (number, 0)
    }
}
