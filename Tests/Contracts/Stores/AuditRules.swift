import Core
import Foundation
import Testing

extension StoreRule {
    static let audit = [
        StoreRule("audit events are found by action, by whom and of what, and by time; the newest first", auditFound),
        StoreRule("audit events come in pages by key, each once", auditPages),
    ]

    private static func auditFound(_ stores: StoreFixture) async throws {
        let ada = try await stores.person("Ada 🏅", "ada@acme.example")
        let badge = try await stores.published("badge")
        let award = try await stores.give(badge, to: ada, id: "a")
        try await stores.awards.claim(award.id, by: ada.id, at: Sample.now + Sample.day)
        func actions(_ query: AuditQuery) async throws -> [AuditEvent.Action] {
            try await stores.audit.events(query).entries.map(\.event.action)
        }
        #expect(try await actions(AuditQuery(action: .awardClaimed)) == [.awardClaimed])
        let hers = try await stores.audit.events(AuditQuery(about: ada.id.rawValue)).entries
        #expect(hers.first?.event.action == .awardClaimed && hers.first?.actorName == "Ada 🏅")
        #expect(try await actions(AuditQuery(about: "a")) == [.awardClaimed, .awardIssued])
        #expect(try await actions(AuditQuery(action: .awardIssued, about: "a")) == [.awardIssued])
        #expect(try await actions(AuditQuery(about: Sample.designer.description)).contains(.badgePublished))
        #expect(try await actions(AuditQuery(from: Sample.now + 1)) == [.awardClaimed])
        let early = try await actions(AuditQuery(until: Sample.now + Sample.day))
        #expect(early.contains(.awardIssued) && !early.contains(.awardClaimed))
        #expect(try await actions(AuditQuery(about: "🏅' OR 1=1")).isEmpty)
        let all = try await stores.audit.events(AuditQuery(limit: 100)).entries.map(\.event)
        let plain = try await stores.audit.events(limit: 100)
        #expect(all == plain)
    }

    private static func auditPages(_ stores: StoreFixture) async throws {
        for number in 0..<5 { _ = try await stores.published("badge-\(number)") }
        var query = AuditQuery(action: .badgePublished, limit: 2)
        var found: [String] = []
        repeat {
            let page = try await stores.audit.events(query)
            found += page.entries.map(\.event.subject)
            query.before = page.older
        } while query.before != nil && found.count < 9
        #expect(found == (0..<5).reversed().map { "badge-\($0)" })
    }
}
