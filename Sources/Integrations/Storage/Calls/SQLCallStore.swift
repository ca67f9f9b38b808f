import Core
import Foundation

struct SQLCallStore: CallStore {
    /// How long hours are kept.
    private static let memory: TimeInterval = 7 * 24 * 3600

    let database: any SQLDatabase

    func add(_ calls: [IntegrationCall], at date: Date) async throws {
        guard !calls.isEmpty else { return }
        let byIntegration = Dictionary(grouping: calls, by: \.integration).sorted { $0.key < $1.key }
        try await database.write(.relaxed) { session in
            for (integration, calls) in byIntegration {
                for call in calls.suffix(Self.kept) { try session.insert(call) }
                for hour in Self.hours(of: calls, integration) { try session.add(hour) }
                try session.forgetCalls(of: integration, except: Self.kept)
            }
            try session.execute("DELETE FROM integration_hour WHERE start < \(date - Self.memory)")
        }
    }

    private static func hours(of calls: [IntegrationCall], _ integration: String) -> [IntegrationHour] {
        var hours: [Date: IntegrationHour] = [:]
        for call in calls {
            let start = IntegrationHour.start(of: call.at)
            var hour = hours[start] ?? IntegrationHour(integration: integration, start: start)
            hour.calls += 1
            if call.isFailure { hour.failures += 1 }
            if call.isSlow { hour.slow += 1 }
            hours[start] = hour
        }
        return hours.values.sorted { $0.start < $1.start }
    }

    func calls(of integration: String) async throws -> [IntegrationCall] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(IntegrationCall.columns) FROM integration_call
                 WHERE integration = \(integration) ORDER BY id DESC LIMIT \(Self.kept)
                """
            ) { IntegrationCall(&$0) }
        }
    }

    func lastCalls() async throws -> [IntegrationCall] {
        try await database.read { session in
            try session.rows(
                """
                SELECT \(IntegrationCall.columns) FROM integration_call
                 WHERE id IN (SELECT max(id) FROM integration_call GROUP BY integration) ORDER BY integration
                """
            ) { IntegrationCall(&$0) }
        }
    }

    func hours(since date: Date) async throws -> [IntegrationHour] {
        try await database.read { session in
            try session.rows(
                """
                SELECT integration, start, calls, failures, slow FROM integration_hour
                 WHERE start >= \(date) ORDER BY integration, start
                """
            ) { row in
                IntegrationHour(
                    integration: row.text(),
                    start: row.date(),
                    calls: row.integer(),
                    failures: row.integer(),
                    slow: row.integer()
                )
            }
        }
    }
}

extension SQLSession {
    fileprivate func insert(_ call: IntegrationCall) throws {
        try execute(
            """
            INSERT INTO integration_call (integration, at, what, result, failed, milliseconds)
            VALUES (\(call.integration), \(call.at), \(call.what), \(call.result), \(call.isFailure),
                    \(call.milliseconds))
            """
        )
    }

    fileprivate func add(_ hour: IntegrationHour) throws {
        try execute(
            """
            INSERT INTO integration_hour (integration, start, calls, failures, slow)
            VALUES (\(hour.integration), \(hour.start), \(hour.calls), \(hour.failures), \(hour.slow))
            ON CONFLICT (integration, start) DO UPDATE
               SET calls = integration_hour.calls + excluded.calls,
                   failures = integration_hour.failures + excluded.failures,
                   slow = integration_hour.slow + excluded.slow
            """
        )
    }

    fileprivate func forgetCalls(of integration: String, except kept: Int) throws {
        try execute(
            """
            DELETE FROM integration_call
             WHERE integration = \(integration)
               AND id <= (SELECT id FROM integration_call WHERE integration = \(integration)
                           ORDER BY id DESC LIMIT 1 OFFSET \(kept))
            """
        )
    }
}

extension IntegrationCall {
    fileprivate static let columns = SQL.Words("integration, at, what, result, failed, milliseconds")

    fileprivate init(_ row: inout SQLRow) {
        self.init(
            integration: row.text(),
            at: row.date(),
            what: row.text(),
            result: row.text(),
            isFailure: row.bool(),
            milliseconds: row.integer()
        )
    }
}
