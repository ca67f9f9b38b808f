import Core
import Foundation
import Synchronization

final class SQLRateStore: RateStore {
    /// Old events are looked for once a minute in each process, so that counting one is a small write.
    private static let sweepInterval: TimeInterval = 60

    let database: any SQLDatabase
    private let sweptAt = Mutex(Date.distantPast)

    init(database: any SQLDatabase) { self.database = database }

    func allows(_ key: TokenHash, limit: Int, window: TimeInterval, at date: Date) async throws -> Bool {
        if isTimeToSweep(at: date) {
            try await database.write(.relaxed) { session in
                try session.execute("DELETE FROM counted_event WHERE until <= \(date)")
            }
        }
        return try await database.write(.relaxed) { session in
            let counted = try session.first(
                "SELECT count(*) FROM counted_event WHERE key_hash = \(key) AND until > \(date)"
            ) { $0.integer() }
            guard (counted ?? 0) < limit else { return false }
            try session.execute("INSERT INTO counted_event (key_hash, until) VALUES (\(key), \(date + window))")
            return true
        }
    }

    private func isTimeToSweep(at date: Date) -> Bool {
        sweptAt.withLock { sweptAt in
            guard date >= sweptAt + Self.sweepInterval || date < sweptAt else { return false }
            sweptAt = date
            return true
        }
    }
}
