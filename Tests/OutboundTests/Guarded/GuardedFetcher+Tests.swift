import Core
import Foundation
import Logging
import Synchronization

@testable import Outbound

extension GuardedFetcher {
    /// A fetcher whose names lead where a test says; time stands still.
    static func test(
        _ policy: FetchPolicy = FetchPolicy(),
        names: [String: [String]] = [:],
        lookup: NameLookup? = nil,
        perMinute: Int = 60,
        now: @escaping @Sendable () -> Date = { Date(timeIntervalSince1970: 1_800_000_000) },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { _ in
            for await _ in AsyncStream<Void>.makeStream().stream {}
            throw CancellationError()
        }
    ) -> GuardedFetcher {
        GuardedFetcher(
            policy: policy,
            lookup: lookup ?? NameLookup { name in (names[name] ?? []).compactMap { IPAddress($0) } },
            limit: HostLimit(perMinute: perMinute),
            memory: FetchMemory(bytes: 1 << 20),
            exchange: PinnedExchange(sizeLimit: GuardedFetcher.sizeLimit, timeout: .seconds(10)),
            now: now,
            sleep: sleep,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// What fetching ends with.
    func outcome(_ url: String) async -> Result<FetchedDocument, FetchError> {
        do throws(FetchError) {
            return .success(try await fetch(FetchRequest(url)))
        } catch {
            return .failure(error)
        }
    }

    func document(_ url: String) async throws -> FetchedDocument { try await fetch(FetchRequest(url)) }

    func isRefused(_ url: String) async -> Bool {
        if case .failure(.refused) = await outcome(url) { true } else { false }
    }
}
