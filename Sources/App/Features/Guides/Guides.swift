import Hummingbird

/// Short answers for everybody: help, privacy, accessibility.
///
/// `GET /help`, `/privacy`, `/accessibility`; the same for all.
struct Guides {
    let site: Site

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        for guide in Guide.all {
            router.get(RouterPath(guide.path)) { _, context in site.response(page(guide), context) }
        }
    }

    private func page(_ guide: Guide) -> Page {
        let lead = Words.say(guide.lead, ["organisation": .text(site.organisation)])
        let parts = guide.parts.map { title, text in
            Card(id: title.name, title: Words[title], content: "<p>\(Words[text])</p>")
        }
        return Page(
            title: Words[guide.title],
            body: """
                \(PageHeading(Words[guide.title], lead: "\(lead)"))<div class="stack"><div class="pair">\(parts)</div>\
                <div class="row">\(ButtonLink(Words[.issuersTitle], href: "/issuer"))</div></div>
                """,
            caching: .shared
        )
    }
}

/// A page of questions or subjects, each with a few sentences.
struct Guide {
    let path: String
    let title: Phrase
    let lead: Phrase
    let parts: [(title: Phrase, text: Phrase)]

    static let all = [help, privacy, accessibility]

    private static let help = Guide(
        path: "/help",
        title: .helpTitle,
        lead: .helpLead,
        parts: [
            (.helpGet, .helpGetText), (.helpMissing, .helpMissingText), (.helpSee, .helpSeeText),
            (.helpShare, .helpShareText), (.helpProof, .helpProofText), (.helpElsewhere, .helpElsewhereText),
            (.helpLeave, .helpLeaveText), (.helpAsk, .helpAskText),
        ]
    )
    private static let privacy = Guide(
        path: "/privacy",
        title: .privacyTitle,
        lead: .privacyLead,
        parts: [
            (.privacyKept, .privacyKeptText), (.privacySeen, .privacySeenText), (.privacyOut, .privacyOutText),
            (.privacyCookies, .privacyCookiesText), (.privacyLong, .privacyLongText),
            (.privacyRights, .privacyRightsText),
        ]
    )
    private static let accessibility = Guide(
        path: "/accessibility",
        title: .accessTitle,
        lead: .accessLead,
        parts: [
            (.accessWorks, .accessWorksText), (.accessChecked, .accessCheckedText),
            (.accessLimits, .accessLimitsText), (.accessTell, .accessTellText),
        ]
    )
}
