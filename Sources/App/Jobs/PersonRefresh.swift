import Core
import Foundation
import Logging
import ServiceLifecycle

/// Asks the sources about a person who opened a page, behind the page's back.
///
/// The page shows what the database knows. If that is old, one question a person and source is under way at a time;
/// the next page shows its answer.
actor PersonRefresh: Service {
    /// Younger knowledge is not refreshed by opening a page.
    static let staleAfter: TimeInterval = 30 * 60
    /// Nobody can ask more often, whatever they press.
    static let pause: TimeInterval = 60
    private static let queueLimit = 10_000

    private let sources: [any PersonProgressSource]
    private let people: any PersonStore
    private let learning: any LearningStore
    private let awarding: AwardingJob
    private let logger: Logger
    private let now: @Sendable () -> Date
    private var underWay: Set<Question> = []
    /// Also of questions that were not answered: a source that is down is not asked by every page.
    private var askedAt: [Question: Date] = [:]
    private let questions: AsyncStream<Question>
    private let queue: AsyncStream<Question>.Continuation

    struct Question: Hashable, Sendable {
        var person: Person.ID
        var source: SourceID
    }

    init(
        sources: [any BadgeSource],
        people: any PersonStore,
        learning: any LearningStore,
        awarding: AwardingJob,
        logger: Logger,
        now: @escaping @Sendable () -> Date
    ) {
        self.sources = sources.compactMap { $0 as? any PersonProgressSource }
        self.people = people
        self.learning = learning
        self.awarding = awarding
        self.logger = logger
        self.now = now
        (questions, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.queueLimit))
    }

    /// Queues questions about `person` to the sources whose last answer, in `refreshes`, is older than `age`.
    ///
    /// - Returns: whether one is under way.
    @discardableResult
    func ask(about person: Person.ID, refreshes: [SourceID: Date], olderThan age: TimeInterval) -> Bool {
        let limit = now() - age
        for source in sources where (refreshes[source.id] ?? .distantPast) < limit {
            let question = Question(person: person, source: source.id)
            guard (askedAt[question] ?? .distantPast) <= now() - Self.pause, underWay.insert(question).inserted
            else { continue }
            if case .enqueued = queue.yield(question) {
                remember(question)
                continue
            }
            underWay.remove(question)
        }
        return underWay.contains { $0.person == person }
    }

    private func remember(_ question: Question) {
        let date = now()
        if askedAt.count >= Self.queueLimit { askedAt = askedAt.filter { $0.value > date - Self.pause } }
        askedAt[question] = date
    }

    /// Answers questions, a few at a time, until the portal stops.
    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for await question in self.questions.cancelOnGracefulShutdown() { await self.answer(question) }
                }
            }
        }
    }

    /// Waits for nobody: what goes wrong is logged, and the page goes on showing what is known.
    func answer(_ question: Question) async {
        defer { underWay.remove(question) }
        guard let source = sources.first(where: { $0.id == question.source }) else { return }
        do {
            let keys = try await people.keys(of: question.person)
            let facts = try await facts(of: keys, from: source)
            _ = try await learning.fold(facts, of: source.id, at: now(), position: nil)
            try await learning.markRefreshed(question.person, from: source.id, at: now())
            try await awarding.run()
        } catch {
            logger.warning("person not refreshed", metadata: ["source": "\(source.id)", "error": "\(error)"])
        }
    }

    private func facts(of keys: [PersonKey], from source: any PersonProgressSource) async throws -> [ProgressFact] {
        guard !keys.isEmpty else { return [] }
        do {
            return try await source.progress(of: keys).batch.storable.facts
        } catch .personUnknown {
            return []
        }
    }
}
