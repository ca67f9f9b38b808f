import Core
import Hummingbird
import NIOCore

/// Takes events that sources push.
///
/// `POST /hooks/{source}`: 202 once the facts are stored, 401 or 400 when the source refuses the delivery.
struct Hooks {
    static let sizeLimit = 1 << 20

    let sources: [any BadgeSource]
    let learning: any LearningStore
    let awarding: AwardingJob
    let site: Site

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.post("hooks/:source") { request, context in
            let id = try context.parameters.require("source")
            guard let source = sources.first(where: { $0.id.rawValue == id }) as? any PushSource else {
                throw HTTPError(.notFound)
            }
            return try await take(try await delivery(request), from: source)
        }
    }

    private func delivery(_ request: Request) async throws -> Delivery {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.sizeLimit)
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
        let headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        return Delivery(
            headers: Dictionary(headers) { $0 + ", " + $1 },
            body: Array(buffer: body),
            receivedAt: site.now()
        )
    }

    private func take(_ delivery: Delivery, from source: any PushSource) async throws -> HTTPResponse.Status {
        let batch: FactBatch
        do {
            batch = try source.facts(in: delivery).storable
        } catch .rejected {
            return .unauthorized
        } catch .malformed {
            return .badRequest
        }
        _ = try await learning.fold(batch.facts, of: source.id, at: site.now(), position: nil)
        try await awarding.run()
        return .accepted
    }
}
