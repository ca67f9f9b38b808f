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

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("awards/:id") { request, context in
            let held = try await context.visibleAward(in: awards)
            if let document = try await document(request, held.award.id) { return document }
            var response = site.response(page(held, comparison: nil, context), context)
            response.headers[.vary] = "Accept, Cookie, Accept-Encoding, Accept-Language"
            return response
        }
        router.post("awards/:id/comparison") { request, context in
            let held = try await context.visibleAward(in: awards)
            let form = try await FormBody.read(request, limit: FormGuard.sizeLimit)
            guard try await limit.allows("\(held.award.id) \(context.clientAddress)", at: site.now()) else {
                throw TooManyRequests()
            }
            let comparison = try await compare(form.fields["email"] ?? "", held)
            return site.response(page(held, comparison: comparison, context), context)
        }
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
