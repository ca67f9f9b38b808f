import AsyncHTTPClient
import Core
import Foundation
import NIOCore
import NIOHTTP1

/// One call and its whole answer, whatever the status.
struct Exchange: Sendable, CustomReflectable {
    let client: HTTPClient
    let timeout: Duration
    let sizeLimit: Int

    struct Call: Sendable {
        var method: String
        var url: URL
        var key: String?
        var json: [UInt8]?
        /// The body of a form, encoded; instead of `json`.
        var form: [UInt8]?
        /// The whole header; instead of `key`.
        var authorization: String?

        var isIdempotent: Bool { ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].contains(method) }
    }

    enum Failure: Error {
        case cancelled
        case timedOut
        case tooLarge
        /// The connection ended before the answer did.
        case cut
        case network(String)
    }

    /// Shows nothing to whoever dumps it: requests that are under way, with their keys, hang on the client.
    var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The time-out covers everything from the connection to the last byte.
    func perform(_ call: Call) async throws(Failure) -> SourceResponse {
        do {
            return try await withThrowingTaskGroup(of: SourceResponse.self) { group in
                group.addTask { try await exchange(call) }
                group.addTask {
                    try await Task.sleep(for: timeout)
                    throw Failure.timedOut
                }
                defer { group.cancelAll() }
                guard let response = try await group.next() else { throw Failure.cancelled }
                return response
            }
        } catch {
            throw Task.isCancelled ? .cancelled : Failure(error)
        }
    }

    private func exchange(_ call: Call) async throws -> SourceResponse {
        var request = HTTPClientRequest(url: call.url.absoluteString)
        request.method = HTTPMethod(rawValue: call.method)
        request.headers = ["accept": "application/json", "user-agent": "Laurel"]
        if let key = call.key { request.headers.add(name: "authorization", value: "Bearer \(key)") }
        if let json = call.json {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(json)
        }
        if let authorization = call.authorization {
            request.headers.replaceOrAdd(name: "authorization", value: authorization)
        }
        if let form = call.form {
            request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(form)
        }
        // The client's own deadline is only a net below ours: it covers the head of the answer, not the body.
        let response = try await client.execute(request, timeout: .init(timeout + .seconds(1)))
        var body: [UInt8] = []
        do {
            for try await part in response.body {
                guard body.count + part.readableBytes <= sizeLimit else { throw Failure.tooLarge }
                body += part.readableBytesView
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure.cut
        }
        let headers = response.headers.map { ($0.name.lowercased(), $0.value) }
        return SourceResponse(
            status: Int(response.status.code),
            headers: Dictionary(headers) { $0 + ", " + $1 },
            body: body
        )
    }
}

extension Exchange.Failure {
    private static let timeOuts: [HTTPClientError] = [
        .deadlineExceeded, .connectTimeout, .readTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
    ]

    fileprivate init(_ error: any Error) {
        switch error {
        case let failure as Self: self = failure
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError where Self.timeOuts.contains(error): self = .timedOut
        default: self = .network(String("\(error)".prefix(200)))
        }
    }
}
