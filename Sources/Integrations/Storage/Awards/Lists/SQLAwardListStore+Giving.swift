import Core
import Foundation

extension SQLAwardListStore {
    func giveNext(_ id: AwardList.ID, limit: Int, at date: Date) async throws -> Bool {
        try await database.write { session in
            let list = try session.list(id)
            guard list.state == .giving else { return false }
            let badge = try session.badge(list.badge)
            guard let published = try session.publication(of: badge.id) else { throw BadgeError.withdrawn(badge.slug) }
            let rows = try session.waitingRows(of: id, limit: limit)
            var added: [Added] = []
            for row in rows {
                switch try give(badge, published, to: row, by: .person(list.createdBy), at: date, session) {
                case .given(let new):
                    added.append(new)
                    try session.note(row, of: id, award: new.award.id, problem: nil)
                case .problem(let problem): try session.note(row, of: id, award: nil, problem: problem)
                }
            }
            _ = try session.finish(added)
            guard rows.count < limit else { return true }
            try session.execute("UPDATE award_list SET state = 'given' WHERE id = \(id)")
            try session.post(.listGiven, PersonMessage(person: list.createdBy, list: id), at: date)
            return false
        }
    }

    private enum Outcome {
        case given(Added)
        case problem(ListedPerson.Problem)
    }

    /// Looks at the person again: since the check, somebody may have left or got the badge.
    private func give(
        _ badge: BadgeClass,
        _ published: Publication,
        to row: WaitingRow,
        by actor: Actor,
        at date: Date,
        _ session: any SQLSession
    ) throws -> Outcome {
        guard let email = EmailAddress(row.address) else { return .problem(.noAddress) }
        guard let person = try session.standings(of: [email])[email] else { return .problem(.unknown) }
        guard !person.hasLeft else { return .problem(.left) }
        let award = Award(
            id: ID(newID()),
            badge: badge.id,
            badgeVersion: badge.version,
            person: person.id,
            issuedOn: date,
            expires: badge.content.validity.expiry(from: date),
            narrative: row.note
        )
        guard let added = try session.give(award, published, by: actor) else { return .problem(.hasIt) }
        return .given(added)
    }

    func takeBackNext(_ id: AwardList.ID, limit: Int, reason: String, at date: Date) async throws -> Bool {
        try await database.write { session in
            let list = try session.list(id)
            guard list.state == .undoing else { return false }
            let rows = try session.rows(
                """
                SELECT award_list_row.line, award.id FROM award_list_row
                  JOIN award ON award.id = award_list_row.award_id
                 WHERE award_list_row.list_id = \(id) AND award_list_row.taken_back = \(false)
                   AND award.claimed_at IS NULL AND award.revoked_at IS NULL
                 ORDER BY award_list_row.line LIMIT \(limit)
                """
            ) { row in (line: row.integer(), award: row.id() as Award.ID) }
            for row in rows {
                try session.revoke(row.award, Revocation(at: date, reason: reason), by: .person(list.createdBy))
                try session.execute(
                    """
                    UPDATE award_list_row SET taken_back = \(true) WHERE list_id = \(id) AND line = \(row.line)
                    """
                )
            }
            guard rows.count < limit else { return true }
            try session.execute("UPDATE award_list SET state = 'undone' WHERE id = \(id)")
            return false
        }
    }
}

private struct WaitingRow {
    var line: Int
    var address: String
    var note: String
}

extension SQLSession {
    fileprivate func waitingRows(of list: AwardList.ID, limit: Int) throws -> [WaitingRow] {
        try rows(
            """
            SELECT line, address, note FROM award_list_row
             WHERE list_id = \(list) AND problem IS NULL AND award_id IS NULL ORDER BY line LIMIT \(limit)
            """
        ) { WaitingRow(line: $0.integer(), address: $0.text(), note: $0.text()) }
    }

    fileprivate func note(
        _ row: WaitingRow,
        of list: AwardList.ID,
        award: Award.ID?,
        problem: ListedPerson.Problem?
    ) throws {
        try execute(
            """
            UPDATE award_list_row SET award_id = \(award), problem = \(problem?.rawValue)
             WHERE list_id = \(list) AND line = \(row.line)
            """
        )
    }
}
