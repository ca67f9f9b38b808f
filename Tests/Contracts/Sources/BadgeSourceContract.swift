package import Core
import Foundation
package import Testing

/// Checks what every ``BadgeSource`` must do, capability by capability, by reading all of it twice.
///
/// - Parameters:
///   - source: one that answers and holds at least one fact.
///   - person: keys of somebody the source knows; needed when it cannot be asked for changes.
///   - file: a file it reads, when it takes files.
///   - secrets: what must never be seen: the values of its keys.
package func checkBadgeSource(
    _ source: some BadgeSource,
    person: [PersonKey]? = nil,
    file: [UInt8]? = nil,
    secrets: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let contract = BadgeSourceContract(source: source, secrets: secrets, location: sourceLocation)
    await contract.checkAnswers()
    if let source = source as? any CatalogueSource { try await contract.checkCatalogue(source) }
    var facts: [ProgressFact] = []
    if let source = source as? any ChangeFeedSource { facts = try await contract.checkChanges(source) }
    if let source = source as? any PersonProgressSource {
        try await contract.checkPerson(source, person ?? facts.first?.person)
    }
    if let source = source as? any UploadSource { try contract.checkUpload(source, file) }
    if let source = source as? any PushSource { contract.checkPush(source) }
}

/// The rules, each beside the place of the test that asks for them.
struct BadgeSourceContract {
    /// More pages than any test needs: a source that gives more goes round in circles.
    static let pageLimit = 10_000

    let source: any BadgeSource
    let secrets: [String]
    let location: SourceLocation

    func checkAnswers() async {
        let health = await source.check()
        expect(!source.id.rawValue.isEmpty && !source.name.isEmpty, "it has an id and a name")
        expect([.healthy, .degraded].contains(health.status), "it answers: \(health.message)")
        expect(!health.message.isEmpty, "check() says something to administrators")
        var dumped = ""
        dump(source, to: &dumped)
        expectNoSecret(in: health.message, dumped, "\(source)", String(reflecting: source))
    }

    func checkCatalogue(_ source: any CatalogueSource) async throws {
        let first = try await readCatalogue(source)
        expect(!first.isEmpty, "the test needs a source with at least one activity")
        for activity in first {
            expect(activity.ref.source == source.id, "\(activity.ref.id) belongs to this source")
            expect(!activity.ref.id.rawValue.isEmpty && !activity.title.isEmpty, "\(activity.ref.id) has id and title")
        }
        let again = try await readCatalogue(source)
        expect(Set(first.map(\.ref)) == Set(again.map(\.ref)), "reading the catalogue twice gives the same")
    }

    private func readCatalogue(_ source: any CatalogueSource) async throws -> [Activity] {
        var all: [Activity] = []
        var seen: Set<PageToken> = []
        var token: PageToken?
        repeat {
            let page = try await source.catalogue(after: token)
            all += page.activities
            check(page.problems)
            token = page.next
            if let token { try require(seen.insert(token).inserted, "the catalogue moves on from page to page") }
        } while token != nil && seen.count < Self.pageLimit
        expect(token == nil, "the catalogue has a last page")
        return all
    }

    func expect(_ holds: Bool, _ rule: String) {
        #expect(holds, "\(rule)", sourceLocation: location)
    }

    func require(_ holds: Bool, _ rule: String) throws {
        try #require(holds, "\(rule)", sourceLocation: location)
    }

    func expectNoSecret(in texts: String...) {
        for secret in secrets {
            expect(!texts.contains { $0.contains(secret) }, "no secret shows in a description or a message")
        }
    }
}
