import Core
import HTTPTypes
import Hummingbird
import NIOCore

extension AdminMail {
    func addPreviews(to router: some RouterMethods<PortalContext>) {
        router.get("admin/mail/preview") { request, context in
            let administrator = try context.require(.administrator)
            return site.response(try preview(PreviewChoice(request), administrator), context)
        }
        router.get("admin/mail/preview.html") { request, context in
            let administrator = try context.require(.administrator)
            let letter = try PreviewChoice(request).letter(to: administrator, site)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                    .contentSecurityPolicy: ContentPolicy.letter,
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(string: letter.html))
            )
        }
    }

    private func preview(_ choice: PreviewChoice, _ administrator: Person) throws -> Page {
        let letter = try choice.letter(to: administrator, site)
        let letters = SelectField(
            name: "letter",
            label: Words[.mailLetter],
            choices: LetterSample.allCases.map { Choice($0.rawValue, Words[$0.name]) },
            selected: choice.sample.rawValue
        )
        let languages = SelectField(
            name: "language",
            label: Words[.languageWord],
            choices: Language.allCases.map { Choice($0.tag, $0.name) },
            selected: choice.language.tag
        )
        let direction: HTML = choice.language.isRightToLeft ? "rtl" : "ltr"
        return Page(
            title: Words[.mailPreviews],
            section: .admin,
            body: """
                \(PageHeading(Words[.mailPreviews], lead: "\(Words[.mailPreviewsLead])"))\(AdminNav(current: "/admin/mail"))
                <form class="card" method="get" action="/admin/mail/preview">\(letters)\(languages)\
                <div class="row">\(Button(Words[.mailPreviewShow], kind: .main))\
                \(ButtonLink(Words[.mailPreviewPage], href: choice.htmlAddress, icon: .eye))</div></form>
                <section class="card" aria-labelledby="subject"><h2 id="subject" lang="\(choice.language.tag)" \
                dir="\(direction)">\(letter.subject)</h2>\
                <p class="lines" lang="\(choice.language.tag)" dir="\(direction)">\(letter.text)</p></section>
                """
        )
    }
}

/// Which letter is looked at, in which language; the first, in the reader's, when nothing is chosen.
struct PreviewChoice {
    var sample: LetterSample
    var language: Language

    init(_ request: Request) {
        let query = request.uri.queryParameters
        sample = query["letter"].flatMap { LetterSample(rawValue: String($0)) } ?? .ready
        language = query["language"].flatMap { Language(rawValue: String($0)) } ?? Words.current.language
    }

    var htmlAddress: String { "/admin/mail/preview.html?letter=\(sample.rawValue)&language=\(language.tag)" }

    func letter(to person: Person, _ site: Site) throws -> Letter {
        var words = site.words(language)
        words.zone = Words.current.zone
        return try Words.$current.withValue(words) { try sample.letter(to: person, site) }
    }
}
