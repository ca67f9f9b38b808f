import Core
import Foundation
import Testing

extension StoreRule {
    static let calls = [
        StoreRule("the latest calls of an integration are kept, the newest first", callsKept),
        StoreRule("calls are counted by the hour, and old hours are forgotten", callsByHour),
    ]

    private static func call(
        _ integration: String,
        _ seconds: TimeInterval,
        _ what: String = "GET /",
        fails: Bool = false,
        milliseconds: Int = 80
    ) -> IntegrationCall {
        IntegrationCall(
            integration: integration,
            at: Sample.now + seconds,
            what: what,
            result: fails ? "503" : "200",
            isFailure: fails,
            milliseconds: milliseconds
        )
    }

    private static func callsKept(_ stores: StoreFixture) async throws {
        let many = (0..<60).map { call("lms 🐍", Double($0), "GET /\($0)") }
        try await stores.calls.add(many, at: Sample.now)
        try await stores.calls.add([call("mail", 0), call("lms 🐍", 90, "שלום", fails: true)], at: Sample.now)
        let kept = try await stores.calls.calls(of: "lms 🐍")
        #expect(kept.count == 50)
        #expect(kept.prefix(2).map(\.what) == ["שלום", "GET /59"] && kept.last?.what == "GET /11")
        #expect(try await stores.calls.lastCalls().map(\.what) == ["שלום", "GET /"])
        #expect(try await stores.calls.calls(of: "other").isEmpty)
    }

    private static func callsByHour(_ stores: StoreFixture) async throws {
        let hour = IntegrationHour.start(of: Sample.now)
        let calls = [
            call("a", 0), call("a", 1, fails: true), call("a", 2, milliseconds: 5_001), call("a", 3_600),
            call("b", 0, IntegrationCall.run, milliseconds: 60_000),
        ]
        try await stores.calls.add(calls, at: Sample.now)
        try await stores.calls.add([call("a", 3)], at: Sample.now)
        #expect(
            try await stores.calls.hours(since: hour) == [
                IntegrationHour(integration: "a", start: hour, calls: 4, failures: 1, slow: 1),
                IntegrationHour(integration: "a", start: hour + 3_600, calls: 1),
                IntegrationHour(integration: "b", start: hour, calls: 1),
            ]
        )
        try await stores.calls.add([call("a", 8 * Sample.day)], at: Sample.now + 8 * Sample.day)
        #expect(try await stores.calls.hours(since: hour).map(\.start) == [hour + 8 * Sample.day])
    }
}
