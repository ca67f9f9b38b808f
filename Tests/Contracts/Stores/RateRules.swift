import Core
import Foundation
import Testing

extension StoreRule {
    static let rates = [
        StoreRule("so many events are allowed in a window, however many ask at once", rateLimit),
        StoreRule("an event counts for as long as the window, and no longer", rateSlides),
        StoreRule("a clock that goes back a little changes nothing", rateOfOtherClock),
    ]

    /// The start of a minute.
    private static let minute = Date(timeIntervalSince1970: 1_772_438_400)

    private static func allowed(
        _ stores: StoreFixture,
        _ key: String,
        of count: Int,
        limit: Int = 5,
        at seconds: TimeInterval
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await stores.rates.allows(TokenHash(of: key), limit: limit, window: 60, at: minute + seconds)
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    private static func rateLimit(_ stores: StoreFixture) async throws {
        #expect(try await allowed(stores, "🏅", of: 12, at: 0) == 5)
        #expect(try await allowed(stores, "🏅", of: 1, at: 59) == 0)
        #expect(try await allowed(stores, "another", of: 1, at: 59) == 1)
        #expect(try await allowed(stores, "nothing", of: 1, limit: 0, at: 59) == 0)
    }

    private static func rateSlides(_ stores: StoreFixture) async throws {
        #expect(try await allowed(stores, "a", of: 3, limit: 4, at: 30) == 3)
        #expect(try await allowed(stores, "a", of: 5, limit: 4, at: 60) == 1)
        #expect(try await allowed(stores, "a", of: 5, limit: 4, at: 89) == 0)
        #expect(try await allowed(stores, "a", of: 5, limit: 4, at: 90) == 3)
        #expect(try await allowed(stores, "a", of: 5, limit: 4, at: 3_600) == 4)
    }

    private static func rateOfOtherClock(_ stores: StoreFixture) async throws {
        #expect(try await allowed(stores, "a", of: 9, at: 60) == 5)
        #expect(try await allowed(stores, "a", of: 9, at: 58) == 0)
    }
}
