import Core

extension SQLSession {
    /// Puts the people on the waiting list, each with a mark that is higher than every one before.
    func wait(for people: some Collection<Person.ID>) throws {
        guard !people.isEmpty else { return }
        let mark = try Counter.waiting.raise(self)
        for person in people {
            try execute(
                """
                INSERT INTO waiting_for_awards (person_id, mark) VALUES (\(person), \(mark))
                ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark
                """
            )
        }
    }

    /// Puts everybody on the waiting list who did something that `rule` asks for.
    func wait(for rule: Rule) throws {
        let mark = try Counter.waiting.raise(self)
        for activity in rule.requirements.map(\.activity) {
            try execute(
                """
                INSERT INTO waiting_for_awards (person_id, mark)
                SELECT DISTINCT person_id, CAST(\(mark) AS bigint) FROM learning_fact
                 WHERE source = \(activity.source) AND activity_id = \(activity.id)
                ON CONFLICT (person_id) DO UPDATE SET mark = excluded.mark
                """
            )
        }
    }
}
