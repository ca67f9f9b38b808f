import Core
import Hummingbird

/// A person as others see them: what they say of themselves, the badges and collections they show.
///
/// `GET /people/{id}`; `GET /me/profile` and `POST /me/profile` change it. Colleagues see it unless the person says
/// otherwise; strangers only if the person lets them. Never on it: addresses, managers, progress.
struct PersonPage {
    let site: Site
    let forms: FormGuard
    let people: any PersonStore
    let awards: any AwardStore
    let sharing: any SharingStore
    let imports: any ImportStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("people/:id") { _, context in
            let contents = try await contents(context)
            return site.response(page(contents, context), context)
        }
        addElsewhere(to: router)
        router.get("me/profile") { request, context in
            let person = try context.requirePerson()
            let profile = try await sharing.profile(of: person.id)
            let isSaved = request.uri.queryParameters["saved"] != nil
            return site.response(form(person, profile, isSaved: isSaved, context), context)
        }
        router.post("me/profile") { request, context in
            let person = try context.requirePerson()
            let form = try await forms.read(request, context)
            var profile = try await sharing.profile(of: person.id)
            profile.about = (form.fields["about"] ?? profile.about).trimmed
            profile.visibility = form.fields["visibility"].flatMap(Visibility.init(rawValue:)) ?? profile.visibility
            guard profile.about.count <= Profile.aboutLimit else {
                let error = Words.say(.peopleTooLong, ["count": .count(Profile.aboutLimit)])
                return site.response(self.form(person, profile, error: error, context), context)
            }
            try await sharing.save(profile, at: site.now())
            return Response.redirect(to: "/me/profile?saved=1")
        }
    }

    struct Contents {
        var person: Person
        var profile: Profile
        /// That the viewer may see, the newest first.
        var held: [HeldAward]
        /// From other issuers, the newest first.
        var elsewhere: [ImportedBadge]
        var collections: [BadgeCollection]
    }

    /// - Throws: ``Core/PersonError/notFound``, also when the person hides from whoever asks.
    func person(_ context: PortalContext) async throws -> (person: Person, profile: Profile) {
        guard let id = Person.ID(uuid: try context.parameters.require("id")) else { throw PersonError.notFound }
        let person = try await people.person(id)
        let profile = try await sharing.profile(of: id)
        guard profile.visibility.allows(context.person?.id, owner: id) else { throw PersonError.notFound }
        return (person, profile)
    }

    private func contents(_ context: PortalContext) async throws -> Contents {
        let (person, profile) = try await person(context)
        let (id, viewer) = (person.id, context.person?.id)
        let now = site.now()
        let held = try await awards.awards(of: id).filter { held in
            held.award.visibility.allows(viewer, owner: id) && held.award.claimedAt != nil
                && held.award.verdict(at: now).isStillOfUse
        }
        let collections = try await sharing.collections(of: id).filter { $0.visibility.allows(viewer, owner: id) }
        return Contents(
            person: person,
            profile: profile,
            held: held,
            elsewhere: try await badgesFromElsewhere(of: id, for: viewer),
            collections: collections
        )
    }
}

extension Verdict {
    /// Whether it is worth showing: what was taken back is not, what ran out is.
    var isStillOfUse: Bool {
        switch self {
        case .valid, .expired: true
        case .revoked, .suspended, .superseded, .notYetValid: false
        }
    }
}
