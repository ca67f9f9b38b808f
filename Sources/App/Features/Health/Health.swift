import Logging
import Core
import Foundation
import Hummingbird
import Storage

/// Answers those who watch the portal: load balancers, monitors.
///
/// `GET /health/live`, `/health/ready`, `/health/sources`. A source that is down makes the portal degraded, never
/// unready: its pages need no source. What exactly is wrong with a source stands on the administrators' page alone.
struct Health {
    let sources: [any BadgeSource]
    let database: PortalDatabase
    let site: Site

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("health/live") { _, _ in Answer(status: "ok") }
        router.get("health/ready") { _, context in
            do {
                _ = try await database.badges.revision()
                return EditedResponse(response: Answer(status: "ready"))
            } catch {
                context.logger.error("not ready", metadata: ["error": "\(error)"])
                return EditedResponse(status: .serviceUnavailable, response: Answer(status: "database unavailable"))
            }
        }
        router.get("health/sources") { _, _ in try await report() }
    }

    func report() async throws -> SourcesAnswer {
        var answers: [SourcesAnswer.Source] = []
        for source in sources {
            let state = try await database.learning.syncState(of: source.id)
            answers.append(SourcesAnswer.Source(source, state))
        }
        let isHealthy = answers.allSatisfy { ["healthy", "waiting"].contains($0.status) }
        return SourcesAnswer(status: isHealthy ? "healthy" : "degraded", sources: answers)
    }

    struct Answer: ResponseCodable {
        var status: String
    }

    struct SourcesAnswer: ResponseCodable {
        struct Source: Codable {
            var id: String
            /// `waiting` before the first synchronisation.
            var status: String
            var lastSuccess: Date?

            init(_ source: any BadgeSource, _ state: SyncState) {
                id = source.id.rawValue
                status = state.last?.health.status.rawValue ?? "waiting"
                lastSuccess = state.lastSuccessAt
            }
        }

        var status: String
        var sources: [Source]
    }
}
