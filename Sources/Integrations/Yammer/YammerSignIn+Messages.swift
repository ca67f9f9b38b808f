import Core
import Foundation

extension YammerSignIn: MessageBoard {
    var boardName: String { "Viva Engage" }
    var target: String { "viva-engage" }
    /// Yammer takes more; whoever writes that much does it there.
    var textLimit: Int { 2_000 }

    /// `POST /api/v1/messages.json`: the text, and the page as an Open Graph object, which Yammer shows as a card.
    func post(_ announcement: Announcement, with token: AccessToken) async throws(AnnouncementError) -> String? {
        let request = IdentityRequest(
            "\(base)/api/v1/messages.json",
            form: [
                "body": announcement.text, "og_url": announcement.link, "og_title": announcement.title,
                "og_image": announcement.picture, "og_site_name": announcement.site,
            ],
            credentials: .bearer(token.value)
        )
        let answer: IdentityAnswer
        do throws(IdentityHTTPError) {
            answer = try await http.send(request)
        } catch {
            switch error {
            case .address(let reason), .unavailable(let reason): throw .unavailable(reason)
            }
        }
        switch answer.status {
        case 200..<300: return YammerMessages(answer)?.address
        case 401, 403: throw .tokenRefused
        case 429: throw .tooOften(seconds: answer.retryAfter)
        case 400..<500: throw .refused
        default: throw .unavailable("status \(answer.status)")
        }
    }
}

/// What Yammer says after it took a message.
private struct YammerMessages: Decodable {
    private var messages: [Message]

    private struct Message: Decodable {
        var address: String?

        private enum CodingKeys: String, CodingKey { case address = "web_url" }
    }

    /// nil when it cannot be read: the message is there all the same.
    init?(_ answer: IdentityAnswer) {
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(answer.body)) else { return nil }
        self = read
    }

    /// Only an address that a browser may safely be sent to.
    var address: String? {
        messages.first?.address.flatMap { $0.hasPrefix("https://") ? $0 : nil }
    }
}
