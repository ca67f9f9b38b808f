import Core

extension SQLSession {
    /// Gives a new award its salt and its place in a status list, in the transaction that stores it.
    ///
    /// The place is random: neighbours in a list say nothing about when or to whom awards were given.
    func addProof(of award: Award) throws {
        let issuer = try first("SELECT issuer_id FROM badge_class WHERE id = \(award.badge)") { row -> Issuer.ID in
            row.id()
        }
        guard let issuer else { throw BadgeError.notFound(award.badge.rawValue) }
        let list = try openStatusList(of: issuer)
        for _ in 0..<Self.attempts {
            let place = Int.random(in: 0..<StatusListState.size)
            let inserted = try execute(
                """
                INSERT INTO award_proof (award_id, list, place, salt)
                VALUES (\(award.id), \(list), \(place), \(Self.salt()))
                ON CONFLICT (list, place) DO NOTHING
                """
            )
            guard inserted == 0 else {
                try execute("UPDATE status_list SET taken = taken + 1 WHERE number = \(list)")
                return
            }
        }
        throw SQLError.unreadable("status list \(list) has no free place")
    }

    /// Tells the award's status list that it is out of date.
    func noteRevoked(_ award: Award.ID) throws {
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
    private func openStatusList(of issuer: Issuer.ID) throws -> Int {
        let last = try first(
            "SELECT number, taken FROM status_list WHERE issuer_id = \(issuer) ORDER BY number DESC LIMIT 1"
        ) { row in (number: row.integer(), taken: row.integer()) }
        if let last, last.taken < StatusListState.capacity { return last.number }
        let number = try first(
            """
            INSERT INTO status_list (number, issuer_id)
            VALUES ((SELECT coalesce(max(number), 0) + 1 FROM status_list), \(issuer))
            RETURNING number
            """
        ) { $0.integer() }
        guard let number else { throw SQLError.unreadable("a new status list has no number") }
        return number
    }
}
