import Core
import Foundation
import HTTPTypes
import Hummingbird

/// What the portal wrote, what waits and what no server took.
///
/// `GET /admin/mail`, `POST /admin/mail/test`, `POST /admin/mail/{id}/retry`; `GET /admin/mail/preview` shows every
/// letter in every language with made-up badges, `/admin/mail/preview.html` as mail programs do.
struct AdminMail {
    static let testsPerMinute = 6
    private static let shown = 50
    private static let kinds: Set<String> = [
        "deliver.mail", "deliver.mail-work", "deliver.mail-week", "deliver.address-code", "deliver.leaver-mail",
    ]

    let site: Site
    let forms: FormGuard
    let jobs: any JobStore
    let people: any PersonStore
    let mailer: (any Mailer)?
    let limit: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("admin/mail") { _, context in
            _ = try context.require(.administrator)
            return site.response(page(try await deliveries(), nil, context), context)
        }
        router.post("admin/mail/test") { request, context in
            let administrator = try context.require(.administrator)
            _ = try await forms.read(request, context)
            guard try await limit.allows(administrator.id.rawValue, at: site.now()) else { throw TooManyRequests() }
            let outcome = await test(administrator)
            return site.response(page(try await deliveries(), outcome, context), context)
        }
        router.post("admin/mail/:id/retry") { request, context in
            let administrator = try context.require(.administrator)
            _ = try await forms.read(request, context)
            let id: Job.ID = ID(try context.parameters.require("id"))
            guard Self.kinds.contains(try await jobs.job(id).kind) else { throw JobError.notFound }
            try await jobs.retry(id, by: .person(administrator.id), at: site.now())
            return Response.redirect(to: "/admin/mail")
        }
        addPreviews(to: router)
    }

    /// A letter on its way, with the name of whom it is for.
    struct Delivery {
        var job: Job
        var kind: String
        var person: Person?
    }

    struct Deliveries {
        var failed: [Delivery]
        var waiting: [Delivery]
        var done: [Delivery]

        var isEmpty: Bool { failed.isEmpty && waiting.isEmpty && done.isEmpty }
    }

    private func deliveries() async throws -> Deliveries {
        Deliveries(
            failed: try await deliveries(.dead),
            waiting: try await deliveries(.waiting).reversed(),
            done: try await deliveries(.done)
        )
    }

    private func deliveries(_ state: Job.State) async throws -> [Delivery] {
        var found: [Delivery] = []
        for job in try await jobs.jobs(state, of: Self.kinds, limit: Self.shown) {
            let message = Self.message(of: job)
            found.append(
                Delivery(
                    job: job,
                    kind: message?.kind ?? job.kind,
                    person: try await person(message?.payload["person"])
                )
            )
        }
        return found
    }

    /// nil for one that a newer version wrote: its row says at least that it is there.
    private static func message(of job: Job) -> OutboxMessage? {
        do {
            return try JSONDecoder().decode(OutboxMessage.self, from: Data(job.payload.utf8))
        } catch {
            return nil
        }
    }

    private func person(_ id: String?) async throws -> Person? {
        guard let id else { return nil }
        do {
            return try await people.person(ID(id))
        } catch PersonError.notFound {
            return nil
        }
    }

    /// What became of a test; with what the server said.
    enum TestOutcome {
        case sent(EmailAddress)
        case refused(String)
        case noAddress
    }

    private func test(_ person: Person) async -> TestOutcome? {
        guard let mailer else { return nil }
        guard let address = person.emails.first else { return .noAddress }
        let addressee = Addressee(person: person, address: address, token: "test", kind: .work)
        let key = "test.\(UUID().uuidString.lowercased())"
        var letter = LetterText.test(site).letter(to: addressee, key: key, site: site)
        letter.unsubscribe = nil
        do {
            try await mailer.send(letter)
            return .sent(address)
        } catch {
            switch error {
            case .later(let reason), .never(let reason), .needless(let reason): return .refused(reason)
            case .notBefore: return .refused("")
            }
        }
    }
}
