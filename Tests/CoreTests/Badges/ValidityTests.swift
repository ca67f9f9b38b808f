import Core
import Foundation
import Testing

@Suite("Validity") struct ValidityTests {
    @Test("has no end when unlimited")
    func unlimited() { #expect(Validity.unlimited.expiry(from: Facts.start) == nil) }

    @Test(
        "ends after whole months; the 31st becomes the last day of a shorter month",
        arguments: [
            ("2026-01-31T10:00:00Z", 1, "2026-02-28T10:00:00Z"),
            ("2024-02-29T23:59:59Z", 12, "2025-02-28T23:59:59Z"),
            ("2026-11-25T00:00:00Z", 24, "2028-11-25T00:00:00Z"),
        ]
    )
    func months(from: String, months: Int, until: String) throws {
        let start = try Date(from, strategy: .iso8601)
        #expect(Validity.months(months).expiry(from: start) == (try Date(until, strategy: .iso8601)))
    }
}
