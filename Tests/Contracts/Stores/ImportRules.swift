import Core
import Foundation
import Testing

extension StoreRule {
    static let imports = [
        StoreRule("a badge from elsewhere is kept with its bytes, for its person alone", importKept),
        StoreRule("the same badge is imported once by a person, and by another as well", importOnce),
        StoreRule("nobody keeps more imports than there may be", importLimit),
        StoreRule("an import that is removed is gone with its files, and can come again", importRemoved),
        StoreRule("imports are checked every night, later and later while nobody answers; links never", importChecks),
        StoreRule("an import that was taken back elsewhere is told once", importRevoked),
        StoreRule("who sees an import is for its person alone to say", importVisibility),
        StoreRule("imports of two accounts that become one are there once", importMerged),
    ]

    private static func imported(
        _ id: ImportedBadge.ID,
        by person: Person,
        _ trust: ImportedBadge.Trust = .verified,
        key: String = "https://elsewhere.example/🏅",
        title: String = "Cloud 🏅 שלום"
    ) -> ImportedBadge {
        ImportedBadge(
            id: id,
            person: person.id,
            trust: trust,
            key: key,
            title: title,
            issuer: #"O'Hara "Ltd" \u0000 مرحبا"#,
            description: String(repeating: "🐍", count: 2_500),
            link: URL(string: "https://elsewhere.example/a?b=c"),
            issuedOn: Sample.now - Sample.day,
            expires: Sample.now + Sample.day,
            reason: "",
            addedAt: Sample.now,
            checkedAt: Sample.now
        )
    }

    private static let picture = UploadedPicture(.svg, checked: Array("<svg/>".utf8))

    private static func importKept(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let badge = imported("a", by: ada)
        let original = ImportedFile(mediaType: "image/png", bytes: [0, 255, 0, 13, 10])
        try await stores.imports.add(badge, original: original, picture: picture)
        var plain = imported("b", by: ada, .linked, key: "b")
        plain.addedAt += 1
        try await stores.imports.add(plain, original: nil, picture: nil)
        #expect(try await stores.imports.imports(of: ada.id) == [plain, badge])
        #expect(try await stores.imports.imports(of: bob.id) == [])
        #expect(try await stores.imports.badge("a", of: ada.id) == badge)
        #expect(try await stores.imports.original("a", of: ada.id) == original)
        let shown = ImportedFile(mediaType: "image/svg+xml", bytes: picture.bytes)
        #expect(try await stores.imports.picture("a", of: ada.id) == shown)
        #expect(try await stores.imports.original("b", of: ada.id) == nil)
        await #expect(throws: ImportError.notFound) { try await stores.imports.badge("a", of: bob.id) }
        await #expect(throws: ImportError.notFound) { try await stores.imports.original("a", of: bob.id) }
        await #expect(throws: ImportError.notFound) { try await stores.imports.picture("a", of: bob.id) }
        await #expect(throws: ImportError.notFound) {
            try await stores.imports.remove("a", of: bob.id, at: Sample.now)
        }
        #expect(try await stores.audit.events(limit: 9).filter { $0.action == .importAdded }.count == 2)
    }

    private static func importOnce(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await stores.imports.add(imported("a", by: ada), original: nil, picture: nil)
        await #expect(throws: ImportError.alreadyThere(title: "Cloud 🏅 שלום")) {
            try await stores.imports.add(imported("b", by: ada, title: "Other"), original: nil, picture: nil)
        }
        try await stores.imports.add(imported("c", by: bob), original: nil, picture: nil)
        #expect(try await stores.imports.imports(of: ada.id).map(\.id) == ["a"])
    }

    private static func importLimit(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        for number in 0..<ImportedBadge.limit {
            let badge = imported(ID("\(number)"), by: ada, .linked, key: "\(number)")
            try await stores.imports.add(badge, original: nil, picture: nil)
        }
        await #expect(throws: ImportError.tooMany) {
            try await stores.imports.add(imported("last", by: ada), original: nil, picture: nil)
        }
    }

    private static func importRemoved(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        let file = ImportedFile(mediaType: "text/plain", bytes: [])
        try await stores.imports.add(imported("a", by: ada), original: file, picture: picture)
        try await stores.imports.remove("a", of: ada.id, at: Sample.now)
        #expect(try await stores.imports.imports(of: ada.id) == [])
        await #expect(throws: ImportError.notFound) { try await stores.imports.original("a", of: ada.id) }
        #expect(try await stores.imports.record(.holds, of: "a", at: Sample.now) == nil)
        try await stores.imports.add(imported("a", by: ada), original: nil, picture: nil)
        #expect(try await stores.imports.original("a", of: ada.id) == nil)
        #expect(try await stores.audit.events(limit: 9).contains { $0.action == .importRemoved && $0.subject == "a" })
    }

    private static func importChecks(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.imports.add(imported("a", by: ada, .unchecked), original: nil, picture: nil)
        try await stores.imports.add(imported("b", by: ada, .linked, key: "b"), original: nil, picture: nil)
        func due(after days: Double) async throws -> [ImportedBadge.ID] {
            try await stores.imports.due(at: Sample.now + days * Sample.day, limit: 9).map(\.id)
        }
        #expect(try await due(after: 0.99) == [])
        #expect(try await due(after: 1) == ["a"])
        for (failures, pause) in [2.0, 4, 8, 16, 32, 32].enumerated() {
            let badge = try await stores.imports.record(.unreachable("No \(failures)."), of: "a", at: Sample.now)
            #expect(badge?.trust == .unchecked && badge?.reason == "No \(failures)." && badge?.checkedAt == Sample.now)
            #expect(try await due(after: pause - 0.01) == [])
            #expect(try await due(after: pause) == ["a"])
        }
        let later = Sample.now + 60
        let good = try await stores.imports.record(.holds, of: "a", at: later)
        #expect(good?.trust == .verified && good?.reason == "" && good?.checkedAt == later)
        #expect(try await due(after: 1.01) == ["a"])
        #expect(try await stores.imports.record(.unreachable("No."), of: "a", at: later + 9)?.trust == .verified)
        #expect(try await stores.imports.record(.ranOut, of: "a", at: later)?.trust == .expired)
        #expect(try await stores.imports.record(.holds, of: "b", at: later) == nil)
        #expect(try await stores.imports.badge("b", of: ada.id).trust == .linked)
    }

    private static func importRevoked(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        try await stores.imports.add(imported("a", by: ada), original: nil, picture: nil)
        for _ in 0..<2 {
            let badge = try await stores.imports.record(.revoked("Taken back 🏅."), of: "a", at: Sample.now)
            #expect(badge?.trust == .revoked && badge?.reason == "Taken back 🏅.")
        }
        let told = try await stores.outbox().filter { $0.kind == "import.revoked" }
        #expect(told == [OutboxEntry(kind: "import.revoked", payload: ["import": "a", "person": ada.id.rawValue])])
    }

    private static func importVisibility(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        try await stores.imports.add(imported("a", by: ada), original: nil, picture: nil)
        #expect(try await stores.imports.badge("a", of: ada.id).visibility == .owner)
        try await stores.imports.set(.link, of: "a", by: ada.id, at: Sample.now)
        #expect(try await stores.imports.imports(of: ada.id).map(\.visibility) == [.link])
        await #expect(throws: ImportError.notFound) {
            try await stores.imports.set(.owner, of: "a", by: bob.id, at: Sample.now)
        }
        let last = try await stores.audit.events(limit: 1)
        #expect(last.map(\.action) == [.importVisibilityChanged] && last.map(\.detail) == ["owner → link"])
    }

    private static func importMerged(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let file = ImportedFile(mediaType: "text/plain", bytes: [1])
        for (id, person, key) in [("a1", ada, "same"), ("a2", ada, "only"), ("b1", bob, "same")] {
            try await stores.imports.add(imported(ID(id), by: person, key: key), original: file, picture: nil)
        }
        try await stores.accounts.merge(ada.id, into: bob.id, by: Sample.designer, at: Sample.now)
        #expect(Set(try await stores.imports.imports(of: bob.id).map(\.id)) == ["a2", "b1"])
        #expect(try await stores.imports.imports(of: ada.id) == [])
        #expect(try await stores.imports.original("a2", of: bob.id) == file)
    }
}
