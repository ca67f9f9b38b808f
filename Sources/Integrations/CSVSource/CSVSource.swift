import Core
import Crypto
import Foundation

/// What people learned, from a CSV file: for records that no system holds, and to look around.
///
/// The file is read again whenever it is asked for; ``LearningFile`` says what stands in it.
struct CSVSource: CatalogueSource, PersonProgressSource, ChangeFeedSource, UploadSource {
    let id: SourceID
    let name: String
    let file: URL
    let now: @Sendable () -> Date
    /// What a long file says, while its pages are asked for.
    private let pages = FileMemory()

    static let pageSize = 1_000

    init(id: SourceID, name: String, file: URL, now: @escaping @Sendable () -> Date) {
        self.id = id
        self.name = name
        self.file = file
        self.now = now
    }

    func check() async -> SourceHealth {
        do {
            let learning = try LearningFile(read(), of: id)
            let (facts, problems) = (learning.batch.facts.count, learning.batch.problems)
            let told = "\(learning.activities.count) activities, \(facts) records."
            guard let first = problems.first else { return SourceHealth(.healthy, told) }
            let fault = "\(problems.count) lines cannot be read, first \(first.record): \(first.reason)"
            return SourceHealth(.degraded, "\(told) \(fault)")
        } catch {
            return SourceHealth(error)
        }
    }

    func catalogue(after page: PageToken?) async throws(SourceError) -> CataloguePage {
        CataloguePage(try LearningFile(read(), of: id).activities)
    }

    func progress(of keys: [PersonKey]) async throws(SourceError) -> PersonProgress {
        let facts = try facts(in: read()).facts.filter { keys.contains($0.person[0]) }
        return PersonProgress(FactBatch(facts), asOf: now())
    }

    /// All records when the file's bytes changed, page by page, else none; what cannot be read is told with the last
    /// page, and again for as long as it stands in the file.
    func changes(after cursor: SyncCursor?) async throws(SourceError) -> ChangePage {
        let bytes = try read()
        let digest = SHA256.hash(data: bytes).hexadecimal
        let batch = try pages.batch(digest) { () throws(SourceError) in try facts(in: bytes) }
        let start = min(FilePosition(cursor, in: digest).offset, batch.facts.count)
        let end = min(start + Self.pageSize, batch.facts.count)
        let hasMore = end < batch.facts.count
        if !hasMore { pages.forget() }
        return ChangePage(
            FactBatch(Array(batch.facts[start..<end]), problems: hasMore ? [] : batch.problems),
            next: FilePosition(digest: digest, offset: end).cursor,
            hasMore: hasMore
        )
    }

    func facts(in file: [UInt8]) throws(SourceError) -> FactBatch { try LearningFile(file, of: id).batch }

    private func read() throws(SourceError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw .unavailable("The file \(file.path) cannot be read.")
        }
        return Array(data)
    }
}
