import Contracts
import Core
import Foundation
import Testing

@testable import Pathgather

@Suite("Pathgather over HTTP", .serialized) struct PathgatherPeerTests {
    @Test("keeps the badge source contract and its key to itself") func contract() async throws {
        try await FakePathgather.run(["--users", "30", "--paths", "10", "--density", "0.4"]) { fake in
            try await checkBadgeSource(fake.source(), secrets: [FakePathgather.token])
        }
    }

    @Test("finds every completion that Pathgather has, page by page, each once") func all() async throws {
        try await FakePathgather.run(["--users", "120", "--paths", "20", "--density", "0.5"]) { fake in
            let (batch, _, pages) = try await fake.source().readAll()
            let completed = batch.facts.filter { $0.state == .completed }
            #expect(completed.count == (try await fake.count(completed: true)))
            #expect(batch.facts.count == (try await fake.count(completed: false)))
            #expect(Set(batch.facts.map(\.recordID)).count == 1200 && pages == 12 && batch.problems.isEmpty)
        }
    }

    @Test("goes on where another process stopped") func resumes() async throws {
        try await FakePathgather.run(["--users", "50", "--paths", "10", "--density", "0.5"]) { fake in
            let first = try await fake.source().changes(after: nil)
            let rest = try await fake.source().readAll(after: first.next)
            #expect(Set((first.batch.facts + rest.batch.facts).map(\.recordID)).count == 250)
        }
    }

    @Test("then finds exactly what changed, also on a path that was begun long ago") func changes() async throws {
        try await FakePathgather.run(["--users", "60", "--paths", "10", "--density", "0.5"]) { fake in
            let source = try fake.source()
            let (batch, end, _) = try await source.readAll()
            let oldest = try #require(batch.facts.last { $0.state == .inProgress })
            try await fake.progress(of: oldest, percentage: 100)
            let (news, newEnd, _) = try await source.readAll(after: end)
            #expect(news.facts.map(\.recordID) == [oldest.recordID])
            #expect(news.facts.first?.state == .completed)
            #expect(
                try await Set(fake.source().readAll(after: newEnd).batch.facts.map(\.recordID)) == [oldest.recordID]
            )
        }
    }

    @Test("asks little to learn that nothing changed") func cheap() async throws {
        try await FakePathgather.run(["--users", "60", "--paths", "10", "--density", "0.5"]) { fake in
            let source = try fake.source()
            let end = try await source.readAll().end
            try await fake.control("reset-stats", "{}")
            #expect(try await source.readAll(after: end).batch == FactBatch())
            #expect(try await fake.calls() == 2)
        }
    }

    @Test("understands both scales of the percentage", arguments: [1, 100]) func percent(scale: Int) async throws {
        try await FakePathgather.run(["--users", "20", "--paths", "5", "--percent-scale", "\(scale)"]) { fake in
            let facts = try await fake.source(percentScale: scale).readAll().batch.facts
            #expect(Set(facts.compactMap(\.percent?.whole)) == [0, 20, 40, 60, 80, 100])
            #expect(facts.allSatisfy { ($0.percent == .full) == ($0.state == .completed) })
        }
    }

    @Test(
        "finds a person whose address is written in another case, in tenants of both kinds",
        arguments: ["sensitive", "insensitive"],
        [true, false]
    )
    func emailCase(kind: String, hasReadAll: Bool) async throws {
        let arguments = ["--users", "40", "--paths", "10", "--density", "0.5", "--email-case", kind]
        try await FakePathgather.run(arguments) { fake in
            let facts = try await fake.source().readAll().batch.facts
            let source = try fake.source()
            if hasReadAll { _ = try await source.readAll() }
            let person = try #require(facts.first).person[0]
            let found = try await source.progress(of: [person]).batch.facts
            #expect(Set(found) == Set(facts.filter { $0.person[0] == person }))
            #expect(!found.isEmpty)
        }
    }

    @Test("finds a person by Pathgather's own id, but not by another system's") func userID() async throws {
        try await FakePathgather.run(["--users", "10", "--paths", "10", "--density", "0.5"]) { fake in
            let source = try fake.source()
            let key = try #require(try await source.readAll().batch.facts.first?.person.last)
            #expect(key.scheme == .providerUserID)
            #expect(try await !source.progress(of: [key]).batch.facts.isEmpty)
            let other = try #require(PersonKey(.providerUserID, key.value, realm: "another"))
            await #expect(throws: SourceError.personUnknown) { try await source.progress(of: [other]) }
        }
    }

    @Test("tells a person without progress from one it does not know") func nobody() async throws {
        let scenario = try Peers.file("pathgather/scenario.example.json").path
        try await FakePathgather.run(["--users", "0", "--paths", "3", "--scenario", scenario]) { fake in
            let source = try fake.source()
            let noor = try #require(PersonKey(.email, "nobody@corp.example.test"))
            #expect(try await source.progress(of: [noor]).batch == FactBatch())
            let stranger = try #require(PersonKey(.email, "stranger@corp.example.test"))
            await #expect(throws: SourceError.personUnknown) { try await source.progress(of: [stranger]) }
        }
    }

    @Test("keeps emoji and every script in names") func names() async throws {
        let scenario = try Peers.file("pathgather/scenario.example.json").path
        try await FakePathgather.run(["--users", "0", "--paths", "3", "--scenario", scenario]) { fake in
            let titles = try await fake.source().catalogue(after: nil).activities.map(\.title)
            #expect(titles == ["Ω Python for Network Engineers 🐍", "Azure Fundamentals", "Inclusive Leadership"])
        }
    }

    @Test("offers only what is published") func published() async throws {
        try await FakePathgather.run(["--users", "1", "--paths", "150"]) { fake in
            let source = try fake.source()
            let first = try await source.catalogue(after: nil)
            let second = try await source.catalogue(after: first.next)
            let all = first.activities + second.activities
            #expect(all.count == 150 && second.next == nil)
            #expect(all.filter { !$0.isOffered }.count == 3)
        }
    }

    @Test("says in check() what an administrator has to know") func check() async throws {
        try await FakePathgather.run(["--users", "5"]) { fake in
            let healthy = SourceHealth(.healthy, "It answers and can be asked for changes.")
            #expect(try await fake.source().check() == healthy)
            let wrongPath = try await fake.source(path: "/v1").check()
            #expect(wrongPath.status == .down && wrongPath.message.contains("Does baseURL end with the version"))
            let noKey = try await fake.source(key: Secret(.environment("LAUREL_NO_SUCH_KEY"))).check()
            #expect(noKey.status == .misconfigured && noKey.message.contains("LAUREL_NO_SUCH_KEY is not set"))
        }
    }
}

extension FakePathgather {
    func progress(of fact: ProgressFact, percentage: Int) async throws {
        let change =
            #"{"user_id":"\#(fact.person.last?.value ?? "")","path":"\#(fact.activity)","percentage":\#(percentage)}"#
        try await control("progress", change)
    }
}
