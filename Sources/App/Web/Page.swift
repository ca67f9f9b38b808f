import Core
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A whole page before it is dressed.
struct Page {
    /// Where the top bar says one is.
    enum Section {
        case home
        case badges
        case design
        case admin
    }

    enum Caching: Sendable {
        /// For the person alone; the browser asks every time.
        case personal
        /// The same for everybody, for a minute at most.
        case shared
    }

    var status: HTTPResponse.Status = .ok
    var title: String
    var section: Section?
    var body: HTML
    /// Further elements of `<head>`.
    var head: HTML = .empty
    var caching: Caching = .personal
    /// Other servers whose pictures the page shows.
    var pictureOrigins: Set<String> = []
    /// Another server that a form of the page is sent to, as an origin.
    var formOrigin: String?
}

extension Site {
    private func policy(_ page: Page) -> ContentPolicy {
        let theme = theme.theme
        let logo = Set([theme.logo.flatMap(Self.origin(of:))].compactMap(\.self))
        return ContentPolicy(
            pictureOrigins: page.pictureOrigins.union(logo),
            styleOrigins: Set(theme.slots.origins),
            formOrigin: page.formOrigin
        )
    }

    /// nil for an address of ours.
    private static func origin(of address: String) -> String? {
        guard address.hasPrefix("https://"), let url = URL(string: address), let host = url.host() else { return nil }
        return "https://\(host)\(url.port.map { ":\($0)" } ?? "")"
    }

    /// The answer that shows `page` to whoever `context` says.
    func response(_ page: Page, _ context: PortalContext) -> Response { response(dressed(page, context), context) }

    func dressed(_ page: Page, _ context: PortalContext) -> DressedPage {
        DressedPage(
            status: page.status,
            policy: policy(page).text,
            caching: page.caching,
            body: ByteBuffer(bytes: document(page, context).utf8)
        )
    }

    func response(_ page: DressedPage, _ context: PortalContext) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: page.policy,
            .vary: "Cookie, Accept-Encoding, Accept-Language",
        ]
        let isShared = page.caching == .shared && context.signedIn == nil && page.status == .ok
        headers[.cacheControl] = isShared ? "public, max-age=60" : "private, no-cache"
        return Response(status: page.status, headers: headers, body: .init(byteBuffer: page.body))
    }
}

/// A page as a browser gets it.
struct DressedPage: KeptDocument {
    let status: HTTPResponse.Status
    let policy: String
    let caching: Page.Caching
    let body: ByteBuffer
}
