import Core
import Foundation
import Hummingbird

/// Tells anybody whether a badge counts.
///
/// `GET /awards/{uuid}`, open to everyone, and `POST /awards/{uuid}/comparison`, which compares an e-mail address.
struct Verification {
    let site: Site
    let awards: any AwardStore
    let people: any PersonStore
    /// Five comparisons a minute from one address, so that nobody tries out a phone book.
    let limit: SharedRateLimit
    /// The award as a document, for clients that ask for one; nil for those that want the page.
    let document: @Sendable (Request, Award.ID) async throws -> Response?
    let counter: CheckCounter
    let pages = DocumentCache<PageName, PageFacts, DressedPage>(limit: 32 << 20)

    struct PageName: Hashable {
        var award: Award.ID
        var language: Language
    }

    /// All that a page for strangers depends on.
    struct PageFacts: Equatable {
        var held: HeldAward
        var verdict: Verdict
        /// The page says when it was checked, by the minute.
        var minute: Int
        var zone: TimeZone
        var theme: Theme
    }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("awards/:id") { request, context in
            let held = try await context.visibleAward(in: awards)
            if let document = try await document(request, held.award.id) { return document }
            if context.signedIn == nil, request.isFromPerson { counter.count(held.award.id) }
            var response = site.response(try await dressed(held, context), context)
            response.headers[.vary] = "Accept, Cookie, Accept-Encoding, Accept-Language"
            return response
        }
        // Who keeps the address of an answer finds the page.
        router.get("awards/:id/comparison") { _, context in
            Response.redirect(to: "/awards/\(try await context.visibleAward(in: awards).award.id)")
        }
        router.post("awards/:id/comparison") { request, context in
            let held = try await context.visibleAward(in: awards)
            guard try await limit.allows("\(held.award.id) \(context.clientAddress)", at: site.now()) else {
                throw TooManyRequests()
            }
            let form = try await FormBody.read(request, limit: FormGuard.sizeLimit)
            let comparison = try await compare(form.fields["email"] ?? "", held)
            return site.response(page(held, comparison: comparison, context), context)
        }
    }

    /// What strangers see of an award that went round is made once a minute; the award itself is read every time.
    private func dressed(_ held: HeldAward, _ context: PortalContext) async throws -> DressedPage {
        guard context.signedIn == nil, held.award.visibility == .link else {
            return site.dressed(page(held, comparison: nil, context), context)
        }
        let now = site.now()
        let facts = PageFacts(
            held: held,
            verdict: held.award.verdict(at: now),
            minute: Int(now.timeIntervalSince1970 / 60),
            zone: Words.current.zone,
            theme: site.theme.theme
        )
        let name = PageName(award: held.award.id, language: Words.current.language)
        return try await pages.document(name, facts) { site.dressed(page(held, comparison: nil, context), context) }
    }

    /// What comparing an address found; it never tells the address on file.
    enum Comparison: Equatable {
        case matches
        case differs
        case noAddress
    }

    private func compare(_ text: String, _ held: HeldAward) async throws -> Comparison {
        guard let address = EmailAddress(text) else { return .noAddress }
        return try await people.person(held.award.person).emails.contains(address) ? .matches : .differs
    }
}
