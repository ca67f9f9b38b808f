import Core
import Foundation
import Hummingbird

/// What all pages share: where the portal is, whose it is, what its pages are dressed in.
struct Site: Sendable {
    /// The address that links on paper begin with; without a slash at the end.
    let baseURL: String
    /// The organisation's name, in the top bar and in titles.
    let organisation: String
    let assets: Assets
    let now: @Sendable () -> Date
    /// Addresses whose `X-Forwarded-For` is believed.
    var trustedProxies: Set<String> = []
    /// What strangers get whose browser asks for none of ours.
    var language = Language.english
    var theme = ThemeBox()
    /// Symbols for pictures beyond the portal's own.
    var symbols = SymbolLibrary()
    /// The words of a language.
    var words: @Sendable (Language) -> Words = { Words.in($0) }

    var isSecure: Bool { baseURL.hasPrefix("https://") }

    /// How people call the portal's address: without scheme.
    var host: String { baseURL.split(separator: "/").last.map(String.init) ?? baseURL }

    func absolute(_ path: String) -> String { baseURL + path }

    /// The name of a cookie: with https it is bound to this very host (RFC 6265bis §4.1.3.2).
    func cookieName(_ name: String) -> String { isSecure ? "__Host-\(name)" : name }

    func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> Cookie {
        Cookie(
            name: cookieName(name),
            value: value,
            maxAge: maxAge,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
