import Core
import Foundation
import Logging
import ServiceLifecycle

/// Synchronises one source again and again until the portal stops.
struct SyncService: Service {
    let source: any BadgeSource
    let sync: SourceSync
    let interval: Duration
    let logger: Logger

    func run() async throws {
        while !Task.isShuttingDownGracefully {
            do {
                _ = try await sync.run(source)
            } catch SyncError.running {
                logger.debug("another process synchronises", metadata: ["source": "\(source.id)"])
            } catch is CancellationError {
                return
            } catch {
                logger.error("synchronisation failed", metadata: ["source": "\(source.id)", "error": "\(error)"])
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
        }
    }
}
