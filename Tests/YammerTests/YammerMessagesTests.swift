import Core
import Foundation
import Synchronization
import Testing

@testable import Yammer

@Suite("Posting with Yammer")
struct YammerMessagesTests {
    static let announcement = Announcement(
        text: "Ich habe “Git” & mehr 🐍\nשלום",
        link: "https://portal.example/awards/1",
        title: "Priya: Git 🏅",
        picture: "https://portal.example/awards/1/card.png",
        site: "Acme"
    )

    private func post(_ answer: Result<IdentityAnswer, IdentityHTTPError>, _ http: AskedHTTP? = nil) async throws
        -> String?
    {
        let board = YammerSignIn(
            id: "yammer",
            name: "Yammer",
            base: "https://www.yammer.example",
            clientID: "portal",
            clientSecret: Secret(.environment("PATH")),
            network: "corp.example",
            emailAuthority: EmailAuthority(domains: [], isTrusted: true),
            roles: RoleMapping(),
            posts: true,
            http: http ?? AskedHTTP(answer)
        )
        return try await board.post(Self.announcement, with: AccessToken("secret"))
    }

    static func answer(_ status: Int, _ text: String = "", retryAfter: Int? = nil) -> IdentityAnswer {
        IdentityAnswer(
            status: status,
            mediaType: "application/json",
            body: Array(text.utf8),
            retryAfter: retryAfter
        )
    }

    static let taken = #"{"messages":[{"id":1,"web_url":"https://www.yammer.com/corp/messages/1"}],"meta":{}}"#

    @Test("sends the person's words and the page, with the person's token, and says where it stands")
    func posts() async throws {
        let http = AskedHTTP(.success(Self.answer(201, Self.taken)))
        #expect(try await post(.success(Self.answer(201)), http) == "https://www.yammer.com/corp/messages/1")
        let request = try #require(http.asked.first)
        #expect(http.asked.count == 1)
        #expect(request.url == "https://www.yammer.example/api/v1/messages.json")
        #expect(request.credentials == .bearer("secret"))
        #expect(
            request.form == [
                "body": Self.announcement.text, "og_url": Self.announcement.link, "og_title": Self.announcement.title,
                "og_image": Self.announcement.picture, "og_site_name": "Acme",
            ]
        )
    }

    @Test(
        "a message that was taken is taken, whatever stands beside it",
        arguments: ["", "{}", "[]", "{\"messages\":[]}", taken.replacing("https:", with: "javascript:")]
    )
    func anyway(text: String) async throws {
        #expect(try await post(.success(Self.answer(200, text))) == nil)
    }

    @Test(
        "says why it was not taken",
        arguments: [
            (answer(401), AnnouncementError.tokenRefused), (answer(403), .tokenRefused),
            (answer(429, retryAfter: 10), .tooOften(seconds: 10)), (answer(429), .tooOften(seconds: nil)),
            (answer(400), .refused), (answer(422), .refused), (answer(503, "<html>"), .unavailable("status 503")),
            (answer(302), .unavailable("status 302")),
        ]
    )
    func refused(answer: IdentityAnswer, error: AnnouncementError) async {
        await #expect(throws: error) { try await post(.success(answer)) }
    }

    @Test("says when there is no answer")
    func silent() async {
        await #expect(throws: AnnouncementError.unavailable("gone")) {
            try await post(.failure(.unavailable("gone")))
        }
    }
}

/// Gives one answer, and remembers what it was asked.
private final class AskedHTTP: IdentityHTTP {
    private let answer: Result<IdentityAnswer, IdentityHTTPError>
    private let requests = Mutex<[IdentityRequest]>([])

    init(_ answer: Result<IdentityAnswer, IdentityHTTPError>) { self.answer = answer }

    var asked: [IdentityRequest] { requests.withLock { $0 } }

    func send(_ request: IdentityRequest) async throws(IdentityHTTPError) -> IdentityAnswer {
        requests.withLock { $0.append(request) }
        return try answer.get()
    }
}
