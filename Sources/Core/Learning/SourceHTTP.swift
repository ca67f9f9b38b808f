package import Foundation

/// The way out that the portal lends to a source: one client for one provider.
///
/// It keeps to the provider's host, follows no redirect to another one, caps time and size, retries what may be
/// retried (``SourceError/unavailable(_:)``, at most three times, with jitter), waits as `Retry-After` asks,
/// and writes neither keys nor bodies to the log.
package protocol SourceHTTP: Sendable {
    /// - Returns: an answer with status 200…299, or 400, 404, 410 and 422, which only the source can judge.
    /// - Throws: ``SourceError``: 401 and 403 are `unauthorized`, 429 is `rateLimited`, all else is `unavailable`.
    func send(_ request: SourceRequest) async throws(SourceError) -> SourceResponse
}

package struct SourceRequest: Sendable {
    package var method = "GET"
    /// Below the base address, without a slash at the start, as plain text: what needs escaping is escaped.
    ///
    /// Or a whole address that the provider gave for the next page, which must be on the same host.
    package var path: String
    package var query: [String: String] = [:]
    /// May go with a GET, too: some providers want their filters there.
    package var json: [UInt8]?

    package init(_ path: String, query: [String: String] = [:], json: [UInt8]? = nil) {
        self.path = path
        self.query = query
        self.json = json
    }
}

package struct SourceResponse: Sendable {
    package var status: Int
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// What a source asks of its ``SourceHTTP``.
package struct SourceHTTPOptions: Sendable {
    package var baseURL: URL
    /// Sent as `Authorization: Bearer …`; read again after a 401, so that a rotated file needs no restart.
    package var bearer: Secret?
    package var requestsPerMinute: Int?
    package var timeout: Duration = .seconds(10)
    package var sizeLimit = 8 << 20

    package init(baseURL: URL, bearer: Secret? = nil, requestsPerMinute: Int? = nil) {
        self.baseURL = baseURL
        self.bearer = bearer
        self.requestsPerMinute = requestsPerMinute
    }
}
