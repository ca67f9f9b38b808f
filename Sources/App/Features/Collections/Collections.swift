import Core
import Foundation
import Hummingbird

/// Badges that a person put together to show.
///
/// `GET /collections/{uuid}`; for their person `GET /me/collections/new`, `/me/collections/{uuid}`, and `POST` to both
/// and to `/me/collections/{uuid}/removal`.
struct Collections {
    let site: Site
    let forms: FormGuard
    let people: any PersonStore
    let awards: any AwardStore
    let sharing: any SharingStore
    var newID: @Sendable () -> UUID = { UUID() }

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("collections/:id") { _, context in
            let collection = try await sharing.collection(Self.id(context))
            guard collection.visibility.allows(context.person?.id, owner: collection.person) else {
                throw SharingError.collectionNotFound
            }
            let person = try await people.person(collection.person)
            let held = try await held(in: collection).filter {
                $0.award.visibility.allows(context.person?.id, owner: collection.person)
            }
            return site.response(page(collection, person, held, context), context)
        }
        router.get("me/collections/new") { _, context in
            let person = try context.requirePerson()
            let collection = BadgeCollection(id: ID(newID()), person: person.id, title: "")
            return try await formPage(collection, isNew: true, error: nil, context)
        }
        router.post("me/collections/new") { request, context in
            let person = try context.requirePerson()
            return try await save(
                BadgeCollection(id: ID(newID()), person: person.id, title: ""),
                true,
                request,
                context
            )
        }
        router.get("me/collections/:id") { _, context in
            try await formPage(try await own(context), isNew: false, error: nil, context)
        }
        router.post("me/collections/:id") { request, context in
            try await save(try await own(context), false, request, context)
        }
        router.post("me/collections/:id/removal") { request, context in
            let collection = try await own(context)
            _ = try await forms.read(request, context)
            try await sharing.remove(collection.id, of: collection.person, at: site.now())
            return Response.redirect(to: "/people/\(collection.person)#collections")
        }
    }

    private static func id(_ context: PortalContext) throws -> BadgeCollection.ID {
        guard let id = BadgeCollection.ID(uuid: try context.parameters.require("id")) else {
            throw SharingError.collectionNotFound
        }
        return id
    }

    private func own(_ context: PortalContext) async throws -> BadgeCollection {
        let person = try context.requirePerson()
        let collection = try await sharing.collection(Self.id(context))
        guard collection.person == person.id else { throw SharingError.collectionNotFound }
        return collection
    }

    /// In the order that the person chose; what does not count any more is left out, but for what ran out.
    private func held(in collection: BadgeCollection) async throws -> [HeldAward] {
        let now = site.now()
        let all = try await awards.awards(of: collection.person).filter { $0.award.verdict(at: now).isStillOfUse }
        let known = Dictionary(all.map { ($0.award.id, $0) }) { first, _ in first }
        return collection.awards.compactMap { known[$0] }
    }

    private func save(
        _ old: BadgeCollection,
        _ isNew: Bool,
        _ request: Request,
        _ context: PortalContext
    ) async throws -> Response {
        let form = try await forms.read(request, context)
        var collection = old
        collection.title = (form.fields["title"] ?? "").trimmed
        collection.about = (form.fields["about"] ?? "").trimmed
        collection.visibility = form.fields["visibility"].flatMap(Visibility.init(rawValue:)) ?? old.visibility
        let chosen = Set(form.lists["award"] ?? []).map { Award.ID($0) }
        let kept = old.awards.filter { chosen.contains($0) }
        collection.awards = kept + chosen.filter { !kept.contains($0) }.sorted()
        if let problem = Self.problem(collection) {
            return try await formPage(collection, isNew: isNew, error: problem, context)
        }
        try await sharing.save(collection, at: site.now())
        return Response.redirect(to: "/collections/\(collection.id)")
    }

    private static func problem(_ collection: BadgeCollection) -> SharingError? {
        if collection.title.isEmpty { return .titleMissing }
        if collection.title.count > BadgeCollection.titleLimit {
            return .tooLong("The name", limit: BadgeCollection.titleLimit)
        }
        if collection.about.count > BadgeCollection.aboutLimit {
            return .tooLong("The text", limit: BadgeCollection.aboutLimit)
        }
        if collection.awards.count > BadgeCollection.sizeLimit {
            return .tooMany("badges", limit: BadgeCollection.sizeLimit)
        }
        return nil
    }

    private func formPage(
        _ collection: BadgeCollection,
        isNew: Bool,
        error: SharingError?,
        _ context: PortalContext
    ) async throws -> Response {
        let held = try await awards.awards(of: collection.person).filter {
            $0.award.revocation == nil && $0.award.claimedAt != nil
        }
        return site.response(form(collection, held, isNew: isNew, error: error, context), context)
    }
}
