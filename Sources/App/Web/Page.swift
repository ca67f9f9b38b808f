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

    enum Caching {
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
    /// The answer that shows `page` to whoever `context` says.
    func response(_ page: Page, _ context: PortalContext) -> Response {
        let html = document(page, context)
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: ContentPolicy(pictureOrigins: page.pictureOrigins, formOrigin: page.formOrigin)
                .text,
            .vary: "Cookie, Accept-Encoding",
        ]
        let isShared = page.caching == .shared && context.signedIn == nil && page.status == .ok
        headers[.cacheControl] = isShared ? "public, max-age=60" : "private, no-cache"
        return Response(status: page.status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: html.utf8)))
    }
}
