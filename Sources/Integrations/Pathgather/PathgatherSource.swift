import Core
import Foundation

/// Paths and people's progress with them, from a Pathgather tenant.
///
/// Its API is known only by its client and by the client's recorded answers, so the source relies on little:
/// unknown members are ignored, filters are checked by what comes back, only `completed_at` earns.
struct PathgatherSource: CatalogueSource {
    let id: SourceID
    let name: String
    /// What the percentage of a finished path is: 1 or 100.
    let percentScale: Double
    let api: PathgatherAPI
    let now: @Sendable () -> Date
    let spellings = Spellings()

    /// Asks for changes of the future: that proves address, key, and whether changes can be asked for at all.
    func check() async -> SourceHealth {
        await SourceHealth {
            try await tellsChanges()
                ? "It answers and can be asked for changes."
                : "It answers. It cannot be asked for changes, so all is read every few hours."
        }
    }

    func catalogue(after page: PageToken?) async throws(SourceError) -> CataloguePage {
        guard let listing = try await api.page(of: "paths", Path.self, after: page?.rawValue) else {
            throw .unavailable("it does not understand the question for its paths.")
        }
        var answer = CataloguePage([], problems: listing.problems, next: listing.next.map { ID($0) })
        for path in listing.records {
            guard let pathID = path.id?.text else {
                answer.problems.append(RecordProblem(record: path.name?.text ?? "a path", reason: "It has no id."))
                continue
            }
            let ref = ActivityRef(source: id, id: ID(pathID))
            let title = path.name?.text ?? pathID
            answer.activities.append(Activity(ref: ref, kind: .path, title: title, isOffered: path.published ?? true))
        }
        return answer
    }

    /// Whether the filter `updated_at` is honoured: no record has changed a year from now.
    func tellsChanges() async throws(SourceError) -> Bool {
        let future = Filter.updated(after: now() + 365 * 86_400)
        guard let listing = try await api.page(of: "user_paths", UserPath.self, where: future, size: 1) else {
            return false
        }
        return listing.records.isEmpty && listing.problems.isEmpty
    }

    /// The facts in `listing`; records that make none become problems.
    func batch(_ listing: Listing<UserPath>) -> FactBatch {
        var batch = FactBatch([], problems: listing.problems)
        for record in listing.records {
            do throws(Attempt<UserPath>.Fault) {
                batch.facts.append(try record.fact(of: id, scale: percentScale))
            } catch {
                batch.problems.append(RecordProblem(record: record.id?.text ?? "without id", reason: error.reason))
            }
        }
        return batch
    }
}
