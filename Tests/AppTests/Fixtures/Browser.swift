import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

@testable import App

/// Keeps cookies and the token of the last page's forms, as a browser does.
final class Browser: Sendable {
    private struct State {
        var cookies: [String: String] = [:]
        var formToken = ""
    }

    private let client: any TestClientProtocol
    private let state = Mutex(State())

    init(_ client: any TestClientProtocol) { self.client = client }

    struct Answer: Sendable {
        var status: HTTPResponse.Status
        var headers: HTTPFields
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String? { headers[.location] }
        var cookies: [String] { headers[values: .setCookie] }
    }

    var cookies: [String: String] { state.withLock { $0.cookies } }
    var formToken: String { state.withLock { $0.formToken } }
    func forget(_ cookie: String) { state.withLock { _ = $0.cookies.removeValue(forKey: cookie) } }
    func keep(_ cookie: String, _ value: String) { state.withLock { $0.cookies[cookie] = value } }

    @discardableResult
    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers, nil)
    }

    func head(_ path: String) async throws -> Answer { try await send(.head, path, [:], nil) }

    /// Sends a form, with the token of the last page unless `token` is another; nil leaves it out.
    @discardableResult
    func post(
        _ path: String,
        _ fields: [String: String] = [:],
        token: String?? = .none,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await post(path, fields.map { ($0.key, $0.value) }, token: token, headers)
    }

    /// The same for fields that come several times, or whose order matters.
    @discardableResult
    func post(
        _ path: String,
        _ fields: [(String, String)],
        token: String?? = .none,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        let sent = fields + ((token ?? formToken).map { [("form_token", $0)] } ?? [])
        let body = sent.map { "\(URLText.query($0))=\(URLText.query($1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers, ByteBuffer(string: body))
    }

    /// Sends a form with a file.
    @discardableResult
    func upload(_ path: String, _ fields: [String: String], file: [UInt8], as field: String) async throws -> Answer {
        var fields = fields
        fields["form_token"] = formToken
        let boundary = "----laurel"
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"a.bin\"\r\n\r\n"
        body += Array("--\(boundary)\r\n\(head)".utf8) + file + Array("\r\n--\(boundary)--\r\n".utf8)
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(boundary)"]
        return try await send(.post, path, headers, ByteBuffer(bytes: body))
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields,
        _ body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        let cookies = cookies
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
        let answer = Answer(
            status: response.status,
            headers: response.headers,
            bytes: Array(buffer: response.body)
        )
        take(answer)
        return answer
    }

    private func take(_ answer: Answer) {
        let token = answer.text.firstMatch(of: /name="form_token" value="([^"]+)"/).map { String($0.output.1) }
        state.withLock { state in
            if let token { state.formToken = token }
            for cookie in answer.cookies {
                let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
                state.cookies[pair[0]] = pair.count > 1 ? pair[1] : ""
            }
        }
    }

    /// The real way in: the sign-in page, then its form.
    func signIn(_ person: String) async throws {
        try await get("/login")
        let answer = try await post("/login/demo", ["person": person])
        try #require(answer.status == .seeOther)
        try await get("/")
    }
}
