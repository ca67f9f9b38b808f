import Core

extension LoadSeed {
    static let proofColumns = ["award_id", "list", "place", "salt"]

    /// One of every two neighbouring places is taken, by chance: in the order of the list, which is faster to store.
    func proof(of award: Int) -> [SQLValue] {
        var random = LoadRandom(.proof, award)
        let (list, rank) = award.quotientAndRemainder(dividingBy: StatusListState.capacity)
        return [
            awardID(award).sqlValue, .integer(list + 1), .integer(2 * rank + Int(random.next() % 2)),
            .text(random.hexadecimal()),
        ]
    }

    /// The status lists that ``proof(of:)`` has places in.
    func insertStatusLists(_ session: any SQLSession) throws {
        for (index, start) in stride(from: 0, to: awards, by: StatusListState.capacity).enumerated() {
            let taken = min(awards - start, StatusListState.capacity)
            try session.execute(
                """
                INSERT INTO status_list (number, issuer_id, taken)
                VALUES (\(index + 1), \(Self.issuer.id), \(taken))
                """
            )
        }
    }
}
