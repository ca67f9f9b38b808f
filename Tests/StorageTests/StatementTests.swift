import Contracts
import Core
import Foundation
import Testing

@testable import Storage

/// What makes pages fast: few statements, each by an index.
@Suite("Statements")
struct StatementTests {
    private struct Hot: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let statements: Int
        let run: @Sendable (PortalDatabase) async throws -> Void

        init(_ name: String, statements: Int, _ run: @escaping @Sendable (PortalDatabase) async throws -> Void) {
            testDescription = name
            self.statements = statements
            self.run = run
        }
    }

    private static let people: [Person.ID] = (0..<50).map { ID("p\($0)") }
    private static let hot = [
        Hot("award(id)", statements: 1) { _ = try? await $0.awards.award("a") },
        Hot("awards(of: person)", statements: 1) { _ = try await $0.awards.awards(of: "p0") },
        Hot("awards(of: badge)", statements: 1) { _ = try await $0.awards.awards(of: "b", page: 0) },
        Hot("awards(page:)", statements: 1) { _ = try await $0.awards.awards(page: 0) },
        Hot("stamp(of: award)", statements: 1) { _ = try? await $0.proofs.stamp(of: "a") },
        Hot("proof(of: award)", statements: 1) { _ = try? await $0.proofs.proof(of: "a") },
        Hot("edition", statements: 1) { _ = try? await $0.proofs.edition(of: Slug("b"), version: nil) },
        Hot("suspendedPlaces", statements: 1) { _ = try await $0.proofs.suspendedPlaces(in: 1) },
        Hot("revokedPlaces", statements: 1) { _ = try await $0.proofs.revokedPlaces(in: 1) },
        Hot("histories", statements: 1) { _ = try await $0.awards.histories(of: people) },
        Hot("progress(of: person)", statements: 1) { _ = try await $0.learning.progress(of: "p0") },
        Hot("progress(of: people)", statements: 1) { _ = try await $0.learning.progress(of: people) },
        Hot("refreshes", statements: 1) { _ = try await $0.learning.refreshes(of: "p0") },
        Hot("waiting", statements: 1) { _ = try await $0.learning.waitingForAwards(limit: 100) },
        Hot("unbound", statements: 1) { _ = try await $0.learning.unboundFacts() },
        Hot("session", statements: 1) { _ = try await $0.people.session(TokenHash(of: "t"), at: Date()) },
        Hot("person(email)", statements: 1) { _ = try? await $0.people.person(#require(EmailAddress("a@b.example"))) },
        Hot("badge(slug)", statements: 1) { _ = try? await $0.badges.badge(Slug("b")) },
        Hot("badges(status)", statements: 1) { _ = try await $0.badges.badges(.published) },
        Hot("revision", statements: 1) { _ = try await $0.badges.revision() },
        Hot("events", statements: 1) { _ = try await $0.audit.events(limit: 10) },
        Hot("events(query)", statements: 3) {
            _ = try await $0.audit.events(AuditQuery())
            _ = try await $0.audit.events(AuditQuery(action: .awardIssued))
            _ = try await $0.audit.events(AuditQuery(about: "a"))
        },
        Hot("holders", statements: 1) { _ = try await $0.awards.holders(HolderQuery(badge: "b", at: Date())) },
        Hot("announceExpiring", statements: 4) {
            _ = try await $0.awards.announceExpiring(inDays: [30, 7], at: Date())
        },
        Hot("clean", statements: 3) { try await $0.jobs.clean(before: Date()) },
        Hot("due imports", statements: 1) { _ = try await $0.imports.due(at: Date(), limit: 10) },
        Hot("activities", statements: 1) {
            _ = try await $0.learning.activities(Set((0..<50).map { ActivityRef(source: "s", id: ID("\($0)")) }))
        },
    ]

    @Test("of the hot paths are few, and none reads a whole table", arguments: hot)
    private func plans(hot: Hot) async throws {
        let database = try await TemporaryDatabase()
        let recording = RecordingDatabase(database.portal.database)
        try await hot.run(PortalDatabase(recording, logger: TemporaryDatabase.logger))
        let statements = recording.takeStatements()
        #expect(statements.count == hot.statements)
        try await Self.expectNoScan(statements, database)
    }

    /// Every table may grow; a scan that follows an index in order and stops at a limit is none.
    private static func expectNoScan(_ statements: [SQL], _ database: TemporaryDatabase) async throws {
        for statement in statements {
            let plan = try await database.portal.database.read { session in
                try session.rows(statement.queryPlan(.sqlite)) { row in
                    row.skip(3)
                    return row.text()
                }
            }
            let scans = plan.filter { $0.hasPrefix("SCAN") && !isOrdered($0, statement) }
            #expect(scans.isEmpty, "\(statement.text)\n\(plan.joined(separator: "\n"))")
        }
    }

    /// PostgreSQL reads small tables as a whole, so it is told not to where it has an index: what it still scans has none.
    @Test("of the hot paths have their indexes in PostgreSQL too", arguments: hot)
    private func postgresPlans(hot: Hot) async throws {
        let database = try await TemporaryDatabase(.postgres)
        let recording = RecordingDatabase(database.portal.database)
        try await hot.run(PortalDatabase(recording, logger: TemporaryDatabase.logger))
        for statement in recording.takeStatements() {
            let plan = try await database.portal.database.read { session in
                try session.execute("SET LOCAL enable_seqscan = off")
                return try session.rows(statement.queryPlan(.postgres)) { $0.text() }
            }
            let scans = plan.filter { $0.contains("Seq Scan") }
            #expect(scans.isEmpty, "\(statement.text(for: .postgres))\n\(plan.joined(separator: "\n"))")
        }
    }

    private static func isOrdered(_ step: String, _ statement: SQL) -> Bool {
        statement.text.contains("LIMIT") && (step.contains("USING") || statement.text.contains("FROM audit_event"))
            || step.contains("person_expected")
    }

    @Test("of writes find their rows by indexes")
    func writes() async throws {
        let database = try await TemporaryDatabase()
        let recording = RecordingDatabase(database.portal.database)
        var fixture = database.fixture
        let portal = PortalDatabase(recording, logger: TemporaryDatabase.logger)
        fixture.badges = portal.badges
        fixture.awards = portal.awards
        fixture.people = portal.people
        fixture.learning = portal.learning
        fixture.rates = portal.rates
        fixture.imports = portal.imports
        fixture.checks = portal.checks
        fixture.addressProofs = portal.addressProofs
        fixture.leavers = portal.leavers
        try await fixture.writeEverything()
        let statements = recording.takeStatements()
        #expect(statements.count > 50)
        try await Self.expectNoScan(statements, database)
    }

    @Test("for a page of people are as many as for one person")
    func peoplePage() async throws {
        let database = try await TemporaryDatabase()
        let recording = RecordingDatabase(database.portal.database)
        let portal = PortalDatabase(recording, logger: TemporaryDatabase.logger)
        for number in 0..<30 {
            let identity = ExternalIdentity(provider: "demo", subject: "\(number)")
            let email = try #require(EmailAddress("p\(number)@acme.example"))
            _ = try await portal.people.signIn(Subject(identity: identity, name: "P", emails: [email]), at: Date())
        }
        _ = recording.takeStatements()
        #expect(try await portal.people.people(matching: "", page: 0).people.count == 30)
        #expect(recording.takeStatements().count == 4)
    }
}
