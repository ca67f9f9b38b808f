import Core
import Foundation
import Testing

extension StoreRule {
    static let badges = [
        StoreRule("a badge comes back as it was saved, whatever its texts", badgeRoundTrip),
        StoreRule("rules, pictures, alignments and tags come back as they were saved", contentRoundTrip),
        StoreRule("a badge that is not there is not found by its name", badgeNotFound),
        StoreRule("two badges cannot have one address", slugTaken),
        StoreRule("badges of a status come by name, in any case and script", badgesByName),
        StoreRule("the revision grows with every change of a badge or an issuer", revisionGrows),
        StoreRule("a draft is published once and withdrawn once", statusChanges),
        StoreRule("a draft is not withdrawn and a withdrawn badge not published", statusRefused),
        StoreRule("an issuer is replaced as a whole", issuerReplaced),
        StoreRule("a picture is kept once, byte for byte", pictureRoundTrip),
        StoreRule("a text with NUL is refused with a sentence, also inside JSON", nulRefused),
    ]

    private static func badgeRoundTrip(_ stores: StoreFixture) async throws {
        for (number, text) in Sample.texts.enumerated() {
            var content = Sample.content(text)
            content.description = text
            content.criteria = text
            content.pictureDescription = text
            content.tags = [text]
            let created = try await stores.draft("badge-\(number)", content)
            #expect(created.content == content)
            #expect(created.issuer == StoreFixture.issuer)
            #expect(try await stores.badges.badge(created.slug) == created)
        }
    }

    private static func contentRoundTrip(_ stores: StoreFixture) async throws {
        let requirements = [
            Requirement(Sample.activity("a/1"), threshold: Percent(clamping: 62.5)), Requirement(Sample.activity("🏅")),
        ]
        let url = try #require(URL(string: "https://acme.example/p?x=1&y=%20#z"))
        let contents = [
            BadgeContent(name: "n", picture: Sample.artwork, rule: try Rule(.all, requirements), validity: .months(1)),
            BadgeContent(name: "n", picture: .link(url), rule: try Rule(.any, requirements), validity: .months(120)),
            BadgeContent(name: "n", picture: .upload("abc"), rule: try Rule(.atLeast(2), requirements)),
            BadgeContent(
                name: "n",
                picture: Sample.artwork,
                alignments: [Alignment(name: "ESCO", url: url)],
                tags: ["a", "a"]
            ),
        ]
        for (number, content) in contents.enumerated() {
            let badge = try await stores.draft("badge-\(number)", content)
            #expect(try await stores.badges.badge(badge.slug).content == content)
        }
    }

    private static func badgeNotFound(_ stores: StoreFixture) async throws {
        await #expect(throws: BadgeError.notFound("none")) { try await stores.badges.badge(Slug("none")) }
        await #expect(throws: BadgeError.notFound("none")) {
            try await stores.badges.set(.published, of: Slug("none"), by: Sample.designer, at: Sample.now)
        }
        let edit = try Sample.edit(id: "x", slug: "x")
        await #expect(throws: BadgeError.notFound("x")) {
            try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
        }
    }

    private static func slugTaken(_ stores: StoreFixture) async throws {
        let (first, second) = (try await stores.draft("first"), try await stores.draft("second"))
        let new = NewBadge(id: "other", slug: first.slug, issuer: "acme", content: Sample.content("other"))
        await #expect(throws: BadgeError.slugTaken(first.slug)) {
            try await stores.badges.create(new, by: Sample.designer, at: Sample.now)
        }
        let edit = try Sample.edit(id: second.id, slug: "first")
        await #expect(throws: BadgeError.slugTaken(first.slug)) {
            try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
        }
        #expect(try await stores.badges.badge(second.slug) == second)
    }

    private static func badgesByName(_ stores: StoreFixture) async throws {
        for (slug, name) in [("c", "éclair"), ("b", "Banana"), ("a", "apple"), ("d", "Étoile"), ("e", "apple")] {
            _ = try await stores.published(slug, Sample.content(name))
        }
        _ = try await stores.draft("draft")
        #expect(try await stores.badges.badges(.published).map(\.slug.description) == ["a", "e", "b", "c", "d"])
        #expect(try await stores.badges.badges(.draft).map(\.slug.description) == ["draft"])
        #expect(try await stores.badges.badges(.withdrawn).isEmpty)
    }

    private static func revisionGrows(_ stores: StoreFixture) async throws {
        var seen = [try await stores.badges.revision()]
        let badge = try await stores.draft("badge")
        seen.append(try await stores.badges.revision())
        let edit = try Sample.edit(id: badge.id, slug: "badge")
        _ = try await stores.badges.save(edit, by: Sample.designer, at: Sample.now)
        seen.append(try await stores.badges.revision())
        _ = try await stores.badges.set(.published, of: badge.slug, by: Sample.designer, at: Sample.now)
        seen.append(try await stores.badges.revision())
        try await stores.badges.save(StoreFixture.issuer, by: Sample.designer, at: Sample.now)
        seen.append(try await stores.badges.revision())
        #expect(zip(seen, seen.dropFirst()).allSatisfy(<))
        #expect(try await stores.badges.revision() == seen.last)
    }

    private static func statusChanges(_ stores: StoreFixture) async throws {
        let slug = try await stores.draft("badge").slug
        let (first, second) = (Sample.now + 1, Sample.now + 2)
        let published = try await stores.badges.set(.published, of: slug, by: Sample.designer, at: first)
        #expect(published.status == .published && published.publishedAt == first)
        #expect(try await stores.badges.set(.published, of: slug, by: Sample.designer, at: second) == published)
        let withdrawn = try await stores.badges.set(.withdrawn, of: slug, by: Sample.designer, at: second)
        #expect(withdrawn.status == .withdrawn && withdrawn.publishedAt == first && withdrawn.withdrawnAt == second)
        #expect(try await stores.badges.set(.withdrawn, of: slug, by: Sample.designer, at: first) == withdrawn)
        #expect(try await stores.badges.badge(slug) == withdrawn)
    }

    private static func statusRefused(_ stores: StoreFixture) async throws {
        let slug = try await stores.draft("badge").slug
        await #expect(throws: BadgeError.self) {
            try await stores.badges.set(.withdrawn, of: slug, by: Sample.designer, at: Sample.now)
        }
        _ = try await stores.badges.set(.published, of: slug, by: Sample.designer, at: Sample.now)
        await #expect(throws: BadgeError.self) {
            try await stores.badges.set(.draft, of: slug, by: Sample.designer, at: Sample.now)
        }
        _ = try await stores.badges.set(.withdrawn, of: slug, by: Sample.designer, at: Sample.now)
        await #expect(throws: BadgeError.withdrawn(slug)) {
            try await stores.badges.set(.published, of: slug, by: Sample.designer, at: Sample.now)
        }
    }

    private static func issuerReplaced(_ stores: StoreFixture) async throws {
        let url = URL(string: "https://acme.example/é?q=1")
        let full = Issuer(id: "acme", name: "Acme", url: url, email: try Sample.email("Badges@Acme.example"))
        let bare = Issuer(id: "acme", name: "Ácme 🏔️")
        try await stores.badges.save(full, by: Sample.designer, at: Sample.now)
        #expect(try await stores.badges.issuers() == [full])
        try await stores.badges.save(bare, by: Sample.designer, at: Sample.now)
        #expect(try await stores.badges.issuers() == [bare])
    }

    private static func pictureRoundTrip(_ stores: StoreFixture) async throws {
        let id: UploadedPicture.ID = ID(String(repeating: "0f", count: 32))
        let picture = UploadedPicture(id: id, mediaType: .png, bytes: [0, 255, 10, 13, 0])
        try await stores.badges.save(picture, at: Sample.now)
        try await stores.badges.save(picture, at: Sample.now)
        #expect(try await stores.badges.picture(id) == picture)
        #expect(try await stores.badges.picture("none") == nil)
    }

    private static func nulRefused(_ stores: StoreFixture) async throws {
        var inJSON = Sample.content("n")
        inJSON.tags = ["a\0b"]
        for content in [Sample.content("a\0b"), inJSON] {
            let error = await #expect(throws: (any Error).self) { try await stores.draft("badge", content) }
            #expect((error as? any PortalError)?.kind == .invalid)
        }
        let error = await #expect(throws: (any Error).self) { try await stores.person("a\0b", "a@acme.example") }
        #expect((error as? any PortalError)?.kind == .invalid)
        inJSON.tags = [#"a\u0000b"#]
        #expect(try await stores.draft("badge", inJSON).content == inJSON)
    }
}
