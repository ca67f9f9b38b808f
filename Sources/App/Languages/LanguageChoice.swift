import Core
import Foundation
import HTTPTypes
import Hummingbird

/// Finds out which language and time zone the answer is for.
///
/// What a signed-in person set beats what this browser chose, which beats `Accept-Language`, which beats the language
/// of the site. Never by the address of the network.
struct LanguageChoice: RouterMiddleware {
    static let cookie = "laurel-language"

    let site: Site

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        try await Words.$current.withValue(words(for: request, context.person)) { try await next(request, context) }
    }

    private func words(for request: Request, _ person: Person?) -> Words {
        let preferences = person?.preferences
        let language =
            preferences?.language.flatMap(Language.init(closestTo:))
            ?? request.cookies[site.cookieName(Self.cookie)].flatMap { Language(closestTo: $0.value) }
            ?? request.headers[.acceptLanguage].flatMap(Language.init(accepting:))
            ?? site.language
        var words = site.words(language)
        if let zone = preferences?.zone.flatMap(TimeZone.init(identifier:)) { words.zone = zone }
        return words
    }
}
