/// A step from one schema to the next.
///
/// Its text is fixed once it was released: databases everywhere ran it. What comes later is a new step.
struct Migration: Sendable {
    /// Grows from step to step; also the first part of the file's name.
    let number: Int
    /// What it brings, in a few words.
    let name: String
    /// Statements for both databases, separated by semicolons; ``MigrationText`` says what stands in braces.
    let text: String

    /// What `dialect` runs.
    func script(for dialect: SQLDialect) throws(MigrationText.Mistake) -> String {
        try MigrationText.script(text, for: dialect)
    }
}

extension Migration {
    /// All steps, in order.
    static let all = [
        badges, people, awards, learning, records, proofs, signIn, jobs,
        suspension,
        limits,
        directory,
        postedSignIn,
        imports,
        sharing,
        listsAndPreferences,
        dates,
        letters,
        lookups,
        announcements,
        publication,
        leavers,
        figures,
        erasure,
        columns,
        appearance,
    ]
}
