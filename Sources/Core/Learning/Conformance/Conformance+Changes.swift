extension Conformance {
    mutating func checkChanges(_ source: any ChangeFeedSource) async {
        do {
            let (facts, end) = try await read(source, after: nil)
            note(.changes, !facts.isEmpty, "There is no fact.")
            check(FactBatch(facts))
            person = person ?? facts.first?.person
            let again = try await read(source, after: nil).facts
            note(.changesAgain, Set(facts) == Set(again))
            let (news, _) = try await read(source, after: end)
            note(.changesSince, Set(news).isSubset(of: facts))
        } catch {
            note(.changes, false, "\(error)")
        }
        do {
            _ = try await source.changes(after: "a cursor that nobody gave")
        } catch {
            note(.unknownCursor, error == .cursorExpired, "\(error)")
        }
    }

    private mutating func read(
        _ source: any ChangeFeedSource,
        after start: SyncCursor?
    ) async throws(SourceError) -> (facts: [ProgressFact], end: SyncCursor?) {
        var facts: [ProgressFact] = []
        var cursor = start
        for _ in 0..<Self.pageLimit {
            let page = try await source.changes(after: cursor)
            facts += page.batch.facts
            check(page.batch.problems)
            note(.cursors, page.next.rawValue.utf8.count <= 4096)
            checkSecrets(in: page.next.rawValue)
            guard page.hasMore else {
                note(.changePages, true)
                return (facts, page.next)
            }
            guard page.next != cursor else { break }
            cursor = page.next
        }
        note(.changePages, false, "cursor \(cursor ?? "")")
        return (facts, cursor)
    }

    mutating func check(_ batch: FactBatch) {
        for fact in batch.facts {
            let isWhole = !fact.recordID.isEmpty && !fact.activity.rawValue.isEmpty && !fact.person.isEmpty
            note(.facts, isWhole, "record \(fact.recordID)")
            note(.completions, (fact.completedAt != nil) == (fact.state == .completed), "record \(fact.recordID)")
        }
        check(batch.problems)
    }

    mutating func check(_ problems: [RecordProblem]) {
        for problem in problems {
            note(.problems, !problem.record.isEmpty && !problem.reason.isEmpty, problem.record + problem.reason)
            checkSecrets(in: problem.record, problem.reason)
        }
    }
}
