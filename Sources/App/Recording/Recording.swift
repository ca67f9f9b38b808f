import Core
import Foundation
import Logging
import ServiceLifecycle

/// Writes down once a minute, and when the portal stops, what was counted and called meanwhile.
struct Recording: Service {
    let calls: CallLog
    let checks: CheckCounter
    let callStore: any CallStore
    let figures: any FigureStore
    let logger: Logger
    let now: @Sendable () -> Date
    var interval = Duration.seconds(60)

    func run() async throws {
        let ticks = AsyncStream<Void>(unfolding: {
            do {
                try await Task.sleep(for: interval)
                return ()
            } catch {
                return nil
            }
        })
        for await _ in ticks.cancelOnGracefulShutdown() { await write() }
        await write()
    }

    func write() async {
        do {
            try await calls.write(to: callStore)
            try await checks.write(to: figures, at: now())
        } catch {
            logger.error("calls and checks are not written down", metadata: ["error": "\(error)"])
        }
    }
}
