package import Foundation

/// The way out to whatever a person or a badge names: made for addresses that nobody vouches for.
///
/// https only and public addresses only, unless the portal's configuration says otherwise. Every name is looked up
/// once a hop, every answer is checked, and the connection goes to an address that was checked. At most 5 redirects
/// (each checked like the first), 10 seconds and 2 MiB in all, also after unpacking. No cookie, no key and no referrer
/// is sent. Answers are kept as HTTP allows it (RFC 9111), at most for an hour.
package protocol DocumentFetcher: Sendable {
    /// - Returns: the last answer, whatever its status: 404 and 410 mean something to who asks.
    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument
}

package struct FetchRequest: Sendable, Hashable {
    package var url: String
    /// The media types that are wanted, best first; an answer of another type is ``FetchError/unwantedType(_:)``.
    package var types: [String]

    package init(_ url: String, types: [String] = Self.badges) {
        self.url = url
        self.types = types
    }

    /// What badges, issuers, keys and lists come as; many servers call all of it plain text or bytes.
    package static let documents = [
        "application/vc+ld+json", "application/vc", "application/ld+json", "application/json", "application/jwt",
        "application/vc+jwt", "application/jose", "application/did+json", "application/did+ld+json",
        "application/activity+json", "text/plain", "application/octet-stream", "application/x-pem-file",
    ]
    /// Documents, and pictures that carry one.
    package static let badges = documents + ["image/png", "image/svg+xml"]
    /// Also pages for people.
    package static let pages = badges + ["text/html", "application/xhtml+xml"]
}

package struct FetchedDocument: Sendable, Equatable {
    package var status: Int
    /// Lower case, without parameters; empty when the server does not say.
    package var mediaType: String
    package var body: [UInt8]
    /// Where the answer came from after all redirects: lower case, names as they stand in DNS (`xn--…`).
    package var url: String
    /// When the server gave it: earlier than now when it was kept.
    package var date: Date

    package init(status: Int, mediaType: String, body: [UInt8], url: String, date: Date) {
        self.status = status
        self.mediaType = mediaType
        self.body = body
        self.url = url
        self.date = date
    }
}

/// Why there is no answer.
package enum FetchError: PortalError {
    /// Nothing was asked: the address may not be. The text says why, after “This address …”.
    case refused(String)
    /// No such name, nobody there, or no trust in the certificate.
    case unreachable(host: String)
    case timedOut(host: String)
    /// More than 2 MiB, packed or unpacked.
    case tooLarge(host: String)
    case tooManyRedirects(host: String)
    /// A media type that was not wanted.
    case unwantedType(String)
    /// We asked this host too often within a minute.
    case tooOften(host: String)

    package var kind: ErrorKind {
        switch self {
        case .refused: .invalid
        case .unreachable, .timedOut: .unavailable
        case .tooLarge, .tooManyRedirects, .unwantedType: .invalid
        case .tooOften: .tooOften
        }
    }

    package var message: String {
        switch self {
        case .refused(let reason): "This address \(reason)."
        case .unreachable(let host): "\(host) does not answer. Try again later."
        case .timedOut(let host): "\(host) took longer than 10 seconds. Try again later."
        case .tooLarge(let host): "\(host) sends more than 2 MiB; no badge needs so much."
        case .tooManyRedirects(let host): "\(host) sends us round and round."
        case .unwantedType(let type): "There is no badge at this address, but “\(type)”."
        case .tooOften(let host): "We asked \(host) too often just now. Wait a minute, then try again."
        }
    }

    /// Whether the same question may be answered later.
    package var isTemporary: Bool {
        switch self {
        case .unreachable, .timedOut, .tooOften: true
        case .refused, .tooLarge, .tooManyRedirects, .unwantedType: false
        }
    }
}
