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
            return site.response(page(try await filled(collection), isNew: true, context), context)
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
            let collection = try await own(context)
            return site.response(page(try await filled(collection), isNew: false, context), context)
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
        let body = try await forms.read(request, context)
        var form = try await filled(old)
        form.take(body)
        if body.fields["move"] != nil { return site.response(page(form, isNew: isNew, context), context) }
        form.check()
        guard form.problem == nil else { return site.response(page(form, isNew: isNew, context), context) }
        try await sharing.save(form.collection, at: site.now())
        return Response.redirect(to: "/collections/\(form.collection.id)")
    }

    private func filled(_ collection: BadgeCollection) async throws -> CollectionForm {
        let held = try await awards.awards(of: collection.person)
        return CollectionForm(
            collection,
            held.filter { $0.award.revocation == nil && $0.award.claimedAt != nil }
        )
    }
}
