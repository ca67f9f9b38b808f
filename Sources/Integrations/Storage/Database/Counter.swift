/// A number in the database that only grows.
enum Counter: String, SQLConvertible {
    /// After every change of a badge or an issuer, and of what an activity is called.
    case badges
    /// After every batch of people for whom something changed.
    case waiting

    var sqlValue: SQLValue { .text(rawValue) }

    func value(_ session: any SQLSession) throws -> Int {
        try session.first("SELECT value FROM counter WHERE name = \(self)") { $0.integer() } ?? 0
    }

    /// - Returns: the new value, which nobody had before.
    @discardableResult
    func raise(_ session: any SQLSession) throws -> Int {
        let value = try session.first("UPDATE counter SET value = value + 1 WHERE name = \(self) RETURNING value") {
            $0.integer()
        }
        guard let value else { throw SQLError.unreadable("the counter \(rawValue) is missing") }
        return value
    }
}
