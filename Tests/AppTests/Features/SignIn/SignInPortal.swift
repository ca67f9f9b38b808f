import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import OpenBadges
import Storage
import Synchronization

@testable import App

/// A portal with two providers that recognise whom the test says, and a database of its own.
struct SignInPortal {
    let portal: Portal
    let folder: URL
    let clock: MovableClock
    let provider: ScriptedProvider
    let postProvider: ScriptedPostProvider

    static func run(
        baseURL: String = "http://127.0.0.1:8080",
        words: @escaping @Sendable (Language) -> Words = { Words.in($0) },
        _ body: @escaping @Sendable (SignInPortal, any TestClientProtocol) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "laurel-\(UUID().uuidString)")
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let database = try PortalDatabase.open(url: "sqlite:\(folder.path)/laurel.sqlite", logger: logger)
        let clock = MovableClock()
        _ = try await database.migrate(at: clock.now())
        let providers = [ScriptedProvider(id: "sso"), ScriptedProvider(id: "other")]
        let posting = ScriptedPostProvider(id: "saml")
        let portal = Portal(
            site: Site(baseURL: baseURL, organisation: "Acme 🏅", assets: Assets.builtIn, now: clock.now, words: words),
            database: database,
            contributions: Contributions(
                identityProviders: providers + [posting, ScriptedPostProvider(id: "other-saml")]
            ),
            keyring: Keyring(store: database.proofs, master: MasterKey()),
            verifier: FakeVerifier(),
            fetcher: FakeVerifier(),
            messages: [],
            logger: logger
        )
        let fixture = SignInPortal(
            portal: portal,
            folder: folder,
            clock: clock,
            provider: providers[0],
            postProvider: posting
        )
        try await Application(router: portal.router, logger: logger).test(.router) { client in
            try await body(fixture, client)
        }
        try database.close()
        try FileManager.default.removeItem(at: folder)
    }
}

final class MovableClock: Sendable {
    private let date = Mutex(Date(timeIntervalSince1970: 1_772_438_400))

    var now: @Sendable () -> Date { { self.date.withLock { $0 } } }
    func move(_ seconds: TimeInterval) { date.withLock { $0 += seconds } }
}

/// Recognises whom the test says, or refuses.
final class ScriptedProvider: RedirectSignIn, SignOut, BackChannelSignOut, MessageBoard {
    let id: ProviderID
    let name = "Acme <SSO>"
    let boardName = "Square <b>"
    let target = "viva-engage"
    let textLimit = 200
    private let answer = Mutex<Result<String?, AnnouncementError>>(.success("https://square.example/1"))
    private let posts = Mutex<[(announcement: Announcement, token: AccessToken)]>([])
    private let outcome: Mutex<Result<Recognised, SignInRefusal>>

    init(id: ProviderID) {
        self.id = id
        outcome = Mutex(.failure(.rejected("nobody")))
    }

    func recognises(
        _ subject: String,
        _ emails: [String] = [],
        stay: String? = nil,
        token: AccessToken? = nil,
        issuer: String = ""
    ) {
        let found = Subject(
            identity: ExternalIdentity(provider: id, subject: subject),
            name: subject,
            emails: emails.compactMap { EmailAddress($0) },
            issuer: issuer
        )
        let recognised = Recognised(subject: found, stay: ProviderStay(id: stay, hint: "a.b.c"), token: token)
        outcome.withLock { $0 = .success(recognised) }
    }

    /// What was posted, and with which tokens.
    var posted: [(announcement: Announcement, token: AccessToken)] { posts.withLock { $0 } }
    func answers(_ result: Result<String?, AnnouncementError>) { answer.withLock { $0 = result } }

    func post(_ announcement: Announcement, with token: AccessToken) async throws(AnnouncementError) -> String? {
        posts.withLock { $0.append((announcement, token)) }
        return try answer.withLock { $0 }.get()
    }

    func refuses(_ refusal: SignInRefusal) { outcome.withLock { $0 = .failure(refusal) } }

    func begin(_ flow: SignInFlow) async throws(SignInRefusal) -> String {
        "https://idp.example/?state=\(flow.handle)"
    }

    func finish(_ callback: [String: String], of flow: SignInFlow) async throws(SignInRefusal) -> Recognised {
        try outcome.withLock { $0 }.get()
    }

    func signOut(of stay: ProviderStay, returnTo: String, state: String) async -> String? {
        "https://idp.example/out?hint=\(stay.hint ?? "")&state=\(state)"
    }

    func ended(_ form: [String: String]) async throws(SignInRefusal) -> EndedStay {
        guard let stay = form["stay"] else { throw .rejected("no stay") }
        return EndedStay(stay: stay, subject: nil, message: form["id"] ?? "m", until: .distantFuture)
    }
}

/// A browser: keeps cookies, follows nothing.
final class TestBrowser: Sendable {
    private let client: any TestClientProtocol
    private let cookies = Mutex<[String: String]>([:])

    init(_ client: any TestClientProtocol) { self.client = client }

    struct Answer: Sendable {
        var status: HTTPResponse.Status
        var location: String
        var text: String
        var cookies: [String]
        /// Content-Security-Policy.
        var policy: String
    }

    func get(_ path: String) async throws -> Answer { try await send(path, .get, nil) }

    /// Sends a form with the token that the page `from` has.
    func post(_ path: String, from page: String, _ fields: [String: String] = [:]) async throws -> Answer {
        let text = try await get(page).text
        let token = text.firstMatch(of: /name="form_token" value="([^"]*)"/).map { String($0.1) } ?? ""
        var form = fields
        form["form_token"] = token
        return try await send(path, .post, form)
    }

    func post(_ path: String, _ form: [String: String]) async throws -> Answer { try await send(path, .post, form) }

    func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }
    func set(_ name: String, _ value: String) { cookies.withLock { $0[name] = value } }

    /// Goes to the provider and comes back: where the provider would send the browser.
    func beginning(_ provider: String = "sso", returnTo: String? = nil) async throws -> String {
        let query = returnTo.map { "?return_to=\(URLText.query($0))" } ?? ""
        let location = try await get("/login/\(provider)\(query)").location
        let state = location.split(separator: "state=").last.map(String.init) ?? ""
        return "/login/\(provider)/callback?code=c&state=\(state)"
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ form: [String: String]?) async throws -> Answer {
        var headers: HTTPFields = [:]
        let jar = cookies.withLock { $0 }
        if !jar.isEmpty { headers[.cookie] = jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        var body: ByteBuffer?
        if let form {
            headers[.contentType] = "application/x-www-form-urlencoded"
            let pairs = form.map { "\(URLText.query($0.key))=\(URLText.query($0.value))" }
            body = ByteBuffer(string: pairs.joined(separator: "&"))
        }
        return try await client.execute(uri: path, method: method, headers: headers, body: body) { response in
            let set = response.headers[values: .setCookie]
            for line in set { self.keep(line) }
            return Answer(
                status: response.status,
                location: response.headers[.location] ?? "",
                text: String(buffer: response.body),
                cookies: set,
                policy: response.headers[.contentSecurityPolicy] ?? ""
            )
        }
    }

    private func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let isOver = line.contains("Max-Age=0")
        cookies.withLock { $0[String(pair[0])] = isOver ? nil : String(pair[1]) }
    }
}
