import Core
import Foundation
import Logging
import ServiceLifecycle

/// Synchronises one source: at the start, after every interval, and when somebody asks for it.
struct SyncService: Service {
    let source: any BadgeSource
    private let sync: SourceSync
    private let interval: Duration
    private let logger: Logger
    private let requests: AsyncStream<Void>
    private let request: AsyncStream<Void>.Continuation

    init(source: any BadgeSource, sync: SourceSync, interval: Duration, logger: Logger) {
        self.source = source
        self.sync = sync
        self.interval = interval
        self.logger = logger
        (requests, request) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Asks for a run as soon as the current one is over.
    func wake() { request.yield() }

    func run() async {
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    wake()
                    try await Task.sleep(for: interval)
                }
            }
            for await _ in requests.cancelOnGracefulShutdown() { await synchronise() }
            group.cancelAll()
        }
    }

    /// What goes wrong is logged and kept with the source's state; the next run tries again.
    private func synchronise() async {
        do {
            _ = try await sync.run(source)
        } catch SyncError.running {
            logger.debug("another process synchronises", metadata: ["source": "\(source.id)"])
        } catch is CancellationError {
            logger.info("synchronisation goes on at the next start", metadata: ["source": "\(source.id)"])
        } catch {
            logger.error("synchronisation failed", metadata: ["source": "\(source.id)", "error": "\(error)"])
        }
    }
}
