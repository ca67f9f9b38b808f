import Core
import Foundation

extension BadgeSourceContract {
    /// - Returns: all facts, read from the beginning.
    func checkChanges(_ source: any ChangeFeedSource) async throws -> [ProgressFact] {
        let (facts, end) = try await readChanges(source, after: nil)
        expect(!facts.isEmpty, "the test needs a source with at least one fact")
        check(FactBatch(facts))
        let again = try await readChanges(source, after: nil).facts
        expect(Set(facts.map(\.recordID)) == Set(again.map(\.recordID)), "reading twice gives the same records")
        expect(Set(facts) == Set(again), "reading twice gives the same facts")
        let (news, _) = try await readChanges(source, after: end)
        expect(Set(news).isSubset(of: facts), "after the end nothing new comes when nothing changed")
        do {
            _ = try await source.changes(after: "a cursor that nobody gave")
        } catch {
            expect(error == .cursorExpired, "a cursor it does not know has expired")
        }
        return facts
    }

    private func readChanges(
        _ source: any ChangeFeedSource,
        after start: SyncCursor?
    ) async throws -> (facts: [ProgressFact], end: SyncCursor?) {
        var facts: [ProgressFact] = []
        var cursor = start
        for _ in 0..<Self.pageLimit {
            let page = try await source.changes(after: cursor)
            facts += page.batch.facts
            check(page.batch.problems)
            expect(page.next.rawValue.utf8.count <= 4096, "a cursor has at most 4 KiB")
            expectNoSecret(in: page.next.rawValue)
            guard page.hasMore else { return (facts, page.next) }
            try require(page.next != cursor, "the cursor moves while there is more")
            cursor = page.next
        }
        expect(false, "the change feed has an end")
        return (facts, cursor)
    }

    func checkPerson(_ source: any PersonProgressSource, _ keys: [PersonKey]?) async throws {
        guard let keys else { return expect(false, "pass `person`: the keys of somebody the source knows") }
        let first = try await source.progress(of: keys).batch
        expect(!first.facts.isEmpty, "it knows the progress of \(keys.map(\.scheme))")
        check(first)
        for fact in first.facts {
            expect(!Set(fact.person).isDisjoint(with: keys), "record \(fact.recordID) is about the person asked for")
        }
        let again = try await source.progress(of: keys).batch
        expect(first == again, "asking twice about a person gives the same")
        let nobody = PersonKey(.email, "nobody-\(UUID().uuidString)@nowhere.example")
        for keys in [[nobody].compactMap(\.self), []] {
            do {
                let batch = try await source.progress(of: keys).batch
                expect(batch.facts.isEmpty, "there are no facts about a stranger")
            } catch {
                expect(error == .personUnknown, "a stranger is no failure")
            }
        }
    }

    func checkUpload(_ source: any UploadSource, _ file: [UInt8]?) throws {
        if let file {
            let batch = try source.facts(in: file)
            expect(!batch.facts.isEmpty, "the file holds facts")
            check(batch)
            expect(batch == (try source.facts(in: file)), "the same file gives the same facts")
        }
        for junk: [UInt8] in [[], [0xFF, 0xFE, 0x00], Array(repeating: UInt8(ascii: "\""), count: 999)] {
            do {
                check(try source.facts(in: junk))
            } catch {
                guard case .malformed = error else { return expect(false, "a file it cannot read is malformed") }
            }
        }
    }

    func checkPush(_ source: any PushSource) {
        let unsigned = Delivery(headers: [:], body: Array("{}".utf8), receivedAt: Date(timeIntervalSince1970: 0))
        do {
            _ = try source.facts(in: unsigned)
            expect(false, "a delivery that is not signed is rejected")
        } catch {
            guard case .rejected = error else { return expect(false, "it verifies a delivery before it reads it") }
        }
    }

    func check(_ batch: FactBatch) {
        for fact in batch.facts {
            expect(!fact.recordID.isEmpty && !fact.activity.rawValue.isEmpty, "a fact has a record and an activity")
            expect(!fact.person.isEmpty, "record \(fact.recordID) says whom it is about")
            expect(
                (fact.completedAt != nil) == (fact.state == .completed),
                "record \(fact.recordID) has a date of completion exactly when it is completed"
            )
        }
        check(batch.problems)
    }

    func check(_ problems: [RecordProblem]) {
        for problem in problems {
            expect(!problem.record.isEmpty && !problem.reason.isEmpty, "a problem says which record and why")
            expectNoSecret(in: problem.record, problem.reason)
        }
    }
}
