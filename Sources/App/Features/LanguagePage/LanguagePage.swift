import Core
import Foundation
import HTTPTypes
import Hummingbird

/// Lets everybody choose the language, also on pages that need no sign-in.
///
/// `GET` and `POST /language`.
struct LanguagePage {
    private static let year = 365 * 24 * 3600

    let site: Site
    let forms: FormGuard
    let preferences: any PreferenceStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("language") { request, context in
            site.response(page(returnTo: cameFrom(request), context), context)
        }
        router.post("language") { request, context in
            let form = try await forms.read(request, context)
            guard let language = form.fields["language"].flatMap(Language.init(rawValue:)) else {
                throw HTTPError(.badRequest)
            }
            if let person = context.person {
                var chosen = person.preferences
                chosen.language = language.tag
                try await preferences.save(chosen, of: person.id)
            }
            var response = Response.redirect(to: Self.path(form.fields["return_to"] ?? ""))
            response.setCookie(site.cookie(LanguageChoice.cookie, language.tag, maxAge: Self.year))
            return response
        }
    }

    /// The page of ours where the reader followed the link.
    private func cameFrom(_ request: Request) -> String {
        guard let referrer = request.headers[.referer], referrer.hasPrefix(site.baseURL + "/") else { return "/badges" }
        return Self.path(String(referrer.dropFirst(site.baseURL.count)))
    }

    /// Only ways inside the portal; `//` would lead out of it.
    private static func path(_ text: String) -> String {
        let isInside =
            text.hasPrefix("/") && !text.hasPrefix("//") && text.utf8.count <= 2_000
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isInside ? text : "/badges"
    }

    private func page(returnTo: String, _ context: PortalContext) -> Page {
        let buttons = Language.allCases.map { language -> HTML in
            let isCurrent = language == Words.current.language
            return """
                <li><button class="button\(isCurrent ? " button-main" : "")" name="language" value="\(language.tag)" \
                lang="\(language.tag)"\(attribute: "aria-current", isCurrent ? "true" : nil)>\(language.name)</button></li>
                """
        }
        return Page(
            title: Words[.languageWord],
            body: """
                \(PageHeading(Words[.languageWord], lead: "\(Words[.languageLead])"))
                <form method="post" action="/language">\(context.formFields)\
                <input type="hidden" name="return_to" value="\(returnTo)"><ul class="share">\(buttons)</ul></form>
                """
        )
    }
}
