import Core
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// Announces a badge where its person signed in, in their own name and words, and only when they press the button.
///
/// `GET` and `POST /me/awards/{uuid}/announcement`.
struct Announcing {
    static let postsPerMinute = 5
    /// By then a place has answered or never will.
    static let patience: TimeInterval = 30

    let site: Site
    let forms: FormGuard
    let awards: any AwardStore
    let sharing: any SharingStore
    let announcements: any AnnouncementStore
    let providers: [any IdentityProvider]
    /// Of each person.
    let limit: SharedRateLimit

    /// What would be announced, where, and in which session.
    struct Draft {
        var held: HeldAward
        var board: any MessageBoard
        var session: Session
        var text: String
    }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("me/awards/:id/announcement") { _, context in
            let held = try await context.ownAward(in: awards)
            guard let draft = draft(held, context) else { return Response.redirect(to: "/me/awards/\(held.award.id)") }
            switch try await announcements.state(of: held.award.id, in: draft.session.token) {
            case nil: return site.response(page(draft, nil, context), context)
            case .begun(let date) where site.now() < date + Self.patience:
                return site.response(underWay(draft), context)
            case .begun: return site.response(page(draft, .unknown, context), context)
            case .done(let link): return site.response(done(draft, link), context)
            }
        }
        router.post("me/awards/:id/announcement") { request, context in
            let held = try await context.ownAward(in: awards)
            let form = try await forms.read(request, context)
            guard var draft = draft(held, context) else { return Response.redirect(to: "/me/awards/\(held.award.id)") }
            draft.text = (form.fields["text"] ?? "").replacing("\r\n", with: "\n").trimmed
            return try await announce(draft, request, context)
        }
    }

    /// nil where nothing can be announced now.
    private func draft(_ held: HeldAward, _ context: PortalContext) -> Draft? {
        guard let board = context.messageBoard(for: held, among: providers, at: site.now()),
            let session = context.signedIn?.session
        else { return nil }
        let text = Words.say(
            .shareText,
            ["badge": .text(held.content.name), "issuer": .text(held.issuer.name)]
        )
        return Draft(held: held, board: board, session: session, text: text)
    }

    /// Once for each award and session, however often the button is pressed.
    private func announce(_ draft: Draft, _ request: Request, _ context: PortalContext) async throws -> Response {
        let (award, session, now) = (draft.held.award, draft.session.token, site.now())
        var reader = FormReader(["text": draft.text])
        _ = reader.text("text", label: .postText, limit: draft.board.textLimit, required: true)
        if let problem = reader.problems.first {
            return site.response(page(draft, .invalid(problem.message), context), context)
        }
        guard try await limit.allows(award.person.rawValue, at: now) else {
            return site.response(page(draft, .tooOften(minutes: 1), context), context)
        }
        let done = Response.redirect(to: "/me/awards/\(award.id)/announcement")
        guard try await announcements.begin(award.id, in: session, at: now, stale: now - Self.patience) else {
            return done
        }
        let link: String?
        do throws(AnnouncementError) {
            link = try await draft.board.post(announcement(draft), with: try token(draft, request))
        } catch {
            try await announcements.abandon(award.id, in: session)
            context.logger.notice(
                "an announcement was not made",
                metadata: ["provider": "\(draft.board.id)", "reason": "\(error)", "number": "\(context.number)"]
            )
            return site.response(page(draft, Problem(error), context), context)
        }
        try await announcements.finish(award.id, in: session, link: link)
        try await sharing.countShare(of: award.id, at: draft.board.target, by: award.person, at: now)
        return done
    }

    private func announcement(_ draft: Draft) -> Announcement {
        let address = site.absolute("/awards/\(draft.held.award.id)")
        return Announcement(
            text: draft.text,
            link: address,
            title: title(draft.held),
            picture: "\(address)/card.png",
            site: site.organisation
        )
    }

    /// What the session keeps, opened with what the browser sent.
    private func token(_ draft: Draft, _ request: Request) throws(AnnouncementError) -> AccessToken {
        guard let cookie = request.cookies[site.cookieName(Sessions.cookie)]?.value,
            let sealed = draft.session.sealedToken,
            let token = SessionSeal(session: cookie).open(sealed, of: draft.board.id)
        else { throw .tokenRefused }
        return token
    }
}
