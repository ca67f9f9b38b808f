import Core
import HTTPTypes
import Hummingbird
import NIOCore

extension Share {
    /// A page of 320 by 120 for a frame on somebody else's page; it says what is true now, not what once was.
    func embedded(_ held: HeldAward) -> Response {
        let address = site.absolute("/awards/\(held.award.id)")
        let language = Words.current.language
        let html: HTML = """
            <!doctype html>
            <html lang="\(language.tag)" dir="\(language.isRightToLeft ? "rtl" : "ltr")"><head><meta charset="utf-8"><title>\(held.personName): \(held.content.name)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="\(url: site.assets.address("portal.css"))"></head>
            <body class="embed"><main><a class="embedded" href="\(url: address)" target="_blank" rel="noopener">\
            <img src="\(url: held.content.picture.address(for: held.slug))" alt="" width="88" height="88">\
            <div><h1 dir="auto">\(held.content.name)</h1><p class="small soft" dir="auto">\(held.personName)</p>\
            \(pill(held))</div></a></main></body></html>

            """
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: held.award.visibility == .link ? "public, max-age=60" : "private, no-store",
                .vary: "Cookie, Accept-Encoding, Accept-Language",
                .contentSecurityPolicy: ContentPolicy.embedded(pictureOrigin: held.content.picture.foreignOrigin),
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: html.utf8))
        )
    }

    private func pill(_ held: HeldAward) -> Pill {
        switch held.award.verdict(at: site.now()) {
        case .valid: Pill(Words[.shareGenuine], tone: .ok, icon: .seal)
        case .revoked: Pill(Words[.stateTakenBack], tone: .bad, icon: .cross)
        case .suspended: Pill(Words[.onHoldShort], tone: .warn, icon: .clock)
        case .superseded: Pill(Words[.stateReplaced], tone: .warn, icon: .clock)
        case .expired: Pill(Words[.stateRanOut], tone: .warn, icon: .clock)
        case .notYetValid: Pill(Words[.stateNotYet], tone: .warn, icon: .clock)
        }
    }
}
