import Core
import Foundation
import Testing

extension StoreRule {
    static let preferences = [
        StoreRule("a person's language, zone, appearance and wish for mail come back with the person", preferencesKept),
        StoreRule("the token in mails stays the same, and ends the mails of its person only", mailToken),
        StoreRule("a setting is what was saved last", settingKept),
    ]

    private static func preferencesKept(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada")
        #expect(ada.preferences == Preferences())
        let chosen = Preferences(language: "pt-BR", zone: "America/Sao_Paulo", appearance: .dark, wantsMail: false)
        try await stores.preferences.save(chosen, of: ada.id)
        #expect(try await stores.people.person(ada.id).preferences == chosen)
        await #expect(throws: PersonError.notFound) { try await stores.preferences.save(chosen, of: "none") }
    }

    private static func mailToken(_ stores: StoreFixture) async throws {
        let (ada, bob) = (try await stores.person("Ada"), try await stores.person("Bob"))
        let token = try await stores.preferences.mailToken(of: ada.id)
        #expect(try await stores.preferences.mailToken(of: ada.id) == token && token.utf8.count >= 32)
        #expect(try await stores.preferences.mailToken(of: bob.id) != token)
        try await stores.preferences.endMail(token: token)
        try await stores.preferences.endMail(token: token)
        #expect(try await !stores.people.person(ada.id).preferences.wantsMail)
        #expect(try await stores.people.person(bob.id).preferences.wantsMail)
        await #expect(throws: PersonError.notFound) { try await stores.preferences.endMail(token: "🏅") }
    }

    private static func settingKept(_ stores: StoreFixture) async throws {
        #expect(try await stores.settings.setting("theme") == nil)
        for json in [#"{"a":"🏅"}"#, #"{"a":"مرحبا"}"#] {
            try await stores.settings.save(json, as: "theme", by: Sample.designer, at: Sample.now)
            let found = try #require(try await stores.settings.setting("theme"))
            #expect(try JSONDecoder().decode([String: String].self, from: Data(found.utf8)).count == 1)
        }
        let last = try #require(try await stores.settings.setting("theme"))
        #expect(last.contains("مرحبا"))
    }
}
