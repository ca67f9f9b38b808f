import Core
import HTTPTypes

extension Announcing {
    /// Why something was not posted, or may not have been.
    enum Problem {
        case invalid(String)
        case tooOften(minutes: Int)
        case signInAgain
        case refused
        case unavailable
        /// It was begun, and nobody knows how it ended.
        case unknown

        private static let day = 24 * 3600

        init(_ error: AnnouncementError) {
            switch error {
            case .tokenRefused: self = .signInAgain
            case .tooOften(let seconds): self = .tooOften(minutes: (min(max(seconds ?? 60, 1), Self.day) + 59) / 60)
            case .refused: self = .refused
            case .unavailable: self = .unavailable
            }
        }

        var status: HTTPResponse.Status {
            switch self {
            case .invalid, .refused, .signInAgain: .unprocessableContent
            case .tooOften: .tooManyRequests
            case .unavailable: .serviceUnavailable
            case .unknown: .ok
            }
        }
    }

    /// The message as it will be posted, to be changed, and what goes along with it.
    func page(_ draft: Draft, _ problem: Problem?, _ context: PortalContext) -> Page {
        let id = draft.held.award.id
        let preview = SharedPreview(picture: "/awards/\(id)/preview.png", title: title(draft.held), site: site.host)
        let field = TextArea(
            name: "text",
            label: Words[.postText],
            value: draft.text,
            hint: Words.say(.postTextHint, ["count": .count(draft.board.textLimit)]),
            error: problem.flatMap(fieldError),
            rows: 5,
            isRequired: true,
            maxLength: draft.board.textLimit
        )
        let body: HTML = """
            \(heading(draft, lead: Words[.postLead]))\(problem.flatMap { notice($0, draft) })
            <form class="narrow" method="post" action="/me/awards/\(id.rawValue)/announcement">\(context.formFields)\
            <div class="card">\(field)<h2>\(Words[.postAlong])</h2>\(preview)</div>\
            <div class="row">\(Button(Words[.postButton], kind: .main, icon: .people, isLarge: true))\
            \(ButtonLink(Words[.postBack], href: "/me/awards/\(id)", kind: .quiet))</div></form>
            """
        return Page(status: problem?.status ?? .ok, title: titleOfPage(draft), section: .home, body: body)
    }

    /// While another press of the button is at work.
    func underWay(_ draft: Draft) -> Page {
        Page(
            title: titleOfPage(draft),
            section: .home,
            body: """
                \(heading(draft))\(Notice(tone: .neutral, title: Words[.postUnderWay], isAnswer: true))
                <div class="row">\(back(draft))</div>
                """,
            head: "<meta http-equiv=\"refresh\" content=\"2\">"
        )
    }

    func done(_ draft: Draft, _ link: String?) -> Page {
        let open = link.map {
            ButtonLink(say(.postOpen, draft), href: $0, kind: .main, icon: .external)
        }
        return Page(
            title: Words[.postDone],
            section: .home,
            body: """
                \(heading(draft))\(Notice(tone: .ok, title: Words[.postDone], content: "\(say(.postDoneText, draft))", isAnswer: true))
                <div class="row">\(open)\(back(draft))</div>
                """
        )
    }

    func title(_ held: HeldAward) -> String {
        Words.say(.sharingTitle, ["person": .text(held.personName), "badge": .text(held.content.name)])
    }

    private func titleOfPage(_ draft: Draft) -> String { say(.postTo, draft) }

    private func heading(_ draft: Draft, lead: String? = nil) -> PageHeading {
        PageHeading(
            titleOfPage(draft),
            lead: lead.map { "\($0)" },
            above: "<span dir=\"auto\">\(draft.held.content.name)</span>"
        )
    }

    private func back(_ draft: Draft) -> ButtonLink {
        ButtonLink(Words[.postBack], href: "/me/awards/\(draft.held.award.id)")
    }

    private func say(_ phrase: Phrase, _ draft: Draft) -> String {
        Words.say(phrase, ["place": .text(draft.board.boardName)])
    }
}

extension Announcing {
    private func fieldError(_ problem: Problem) -> String? {
        guard case .invalid(let message) = problem else { return nil }
        return message
    }

    private func notice(_ problem: Problem, _ draft: Draft) -> HTML {
        switch problem {
        case .invalid(let message):
            ErrorSummary(title: Words[.postNot], errors: [ErrorSummary.Entry(field: "text", text: message)]).html
        case .tooOften(let minutes):
            failure(
                "\(Words.say(.postTooOften, ["place": .text(draft.board.boardName), "count": .count(minutes)]))"
            )
        case .signInAgain: failure("\(say(.postOver, draft)) \(signIn(draft))")
        case .refused: failure("\(say(.postRefused, draft))")
        case .unavailable: failure("\(say(.postUnavailable, draft))")
        case .unknown: Notice(tone: .warn, title: say(.postUnknown, draft)).html
        }
    }

    private func failure(_ content: HTML) -> HTML {
        Notice(tone: .bad, title: Words[.postNot], content: content, isAnswer: true).html
    }

    private func signIn(_ draft: Draft) -> TextLink {
        let back = URLText.query("/me/awards/\(draft.held.award.id)/announcement")
        return TextLink(
            Words.say(.postSignIn, ["provider": .text(draft.board.name)]),
            href: "/login/\(draft.board.id)?return_to=\(back)"
        )
    }
}
