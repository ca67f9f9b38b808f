import Core
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Where companies' directories bring people and groups (SCIM 2.0).
///
/// `/scim/v2/…`, with the bearer token of the directory. A leaver's sessions end with the request that says so.
struct Directories {
    static let sizeLimit = 2 << 20
    /// Entra ID sends 25 a second.
    static let requestsPerMinute = 3_000
    static let refusalsPerMinute = 30

    let site: Site
    let directories: [any DirectorySync]
    let store: any DirectoryStore
    let learning: any LearningStore
    let awarding: AwardingJob
    let limit: SharedRateLimit
    let refusals: SharedRateLimit
    let calls: CallLog

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        guard let any = directories.first else { return }
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
            router.on("scim/v2/**", method: method) { request, context in
                do {
                    return try await answer(request, context, any)
                } catch {
                    context.logger.error(
                        "a directory's request failed",
                        metadata: ["error": "\(error)", "number": "\(context.number)"]
                    )
                    return response(any.refusal(500, "Something went wrong on our side: reference \(context.number)."))
                }
            }
        }
    }

    private func answer(
        _ request: Request,
        _ context: PortalContext,
        _ any: any DirectorySync
    ) async throws -> Response {
        guard let sync = directory(request) else {
            guard try await refusals.allows(context.clientAddress, at: site.now()) else { return tooOften(any) }
            context.logger.notice("a directory's token was refused", metadata: ["number": "\(context.number)"])
            var answer = any.refusal(401, "The bearer token is missing or is none of ours.")
            answer.headers["www-authenticate"] = "Bearer realm=\"scim\""
            return response(answer)
        }
        guard try await limit.allows(sync.directory.id.rawValue, at: site.now()) else { return tooOften(sync) }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.sizeLimit)
        } catch is NIOTooManyBytesError {
            return response(sync.refusal(413, "A request has at most \(Self.sizeLimit >> 20) MiB."))
        }
        guard let parsed = parsed(request, Array(buffer: body)) else {
            return response(sync.refusal(400, "The address cannot be read."))
        }
        let date = site.now()
        let start = ContinuousClock.now
        let answer = try await sync.answer(parsed, store, at: date)
        calls.add(
            sync.directory.id.rawValue,
            "\(parsed.method) /\(parsed.path.first ?? "")",
            "\(answer.status)",
            isFailure: answer.status >= 500,
            ContinuousClock.now - start
        )
        if let person = answer.touched, request.method != .get, request.method != .head {
            if try await learning.bindFacts(to: person, at: date) > 0 { try await awarding.run() }
        }
        return response(answer)
    }

    private func directory(_ request: Request) -> (any DirectorySync)? {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 4_096 else { return nil }
        let token = parts[1].trimmed
        return directories.first { $0.accepts(token) }
    }

    /// A plus in a query is a space, as in forms; in a path it is a plus.
    private func parsed(_ request: Request, _ body: [UInt8]) -> DirectoryRequest? {
        let path = request.uri.path.split(separator: "/").dropFirst(2).map { $0.removingPercentEncoding ?? "" }
        let fields: FormBody
        do throws(FormError) {
            fields = try URLEncodedForm.read(Array((request.uri.query ?? "").utf8))
        } catch {
            return nil
        }
        let headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        return DirectoryRequest(
            method: request.method.rawValue,
            path: Array(path),
            query: fields.fields,
            headers: Dictionary(headers) { $0 + ", " + $1 },
            body: body,
            base: site.absolute("/scim/v2")
        )
    }

    private func tooOften(_ sync: any DirectorySync) -> Response {
        var answer = sync.refusal(429, TooManyRequests().message)
        answer.headers["retry-after"] = "60"
        return response(answer)
    }

    private func response(_ answer: DirectoryAnswer) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: headers,
            body: answer.body.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: answer.body))
        )
    }
}
