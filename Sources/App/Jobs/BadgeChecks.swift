import Core
import Foundation
import Logging
import ServiceLifecycle

/// Looks at badges behind the pages, a few at a time; the page that shows a check fills in.
actor BadgeChecks: Service {
    private static let queueLimit = 200
    private static let workers = 32

    private let checks: any CheckStore
    private let verifier: any BadgeVerifier
    private let pictures: ForeignPictures
    private let logger: Logger
    private let now: @Sendable () -> Date
    private var waiting: [BadgeCheck] = []
    private let calls: AsyncStream<Void>
    private let call: AsyncStream<Void>.Continuation

    init(
        checks: any CheckStore,
        verifier: any BadgeVerifier,
        pictures: ForeignPictures,
        logger: Logger,
        now: @escaping @Sendable () -> Date
    ) {
        self.checks = checks
        self.verifier = verifier
        self.pictures = pictures
        self.logger = logger
        self.now = now
        (calls, call) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.queueLimit))
    }

    /// Queues a check and says under which token its result stands.
    ///
    /// - Throws: ``CheckBadgeError/busy``.
    func begin(_ given: BadgeCheck.Given, for person: Person.ID? = nil) async throws -> String {
        guard waiting.count < Self.queueLimit else { throw CheckBadgeError.busy }
        let token = RandomToken.make()
        let check = BadgeCheck(token: TokenHash(of: token), person: person, given: given, askedAt: now())
        try await checks.add(check)
        waiting.append(check)
        call.yield()
        return token
    }

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.workers {
                group.addTask {
                    for await _ in self.calls.cancelOnGracefulShutdown() { await self.answerAll() }
                }
            }
        }
    }

    /// Answers until nothing waits.
    func answerAll() async {
        while !waiting.isEmpty { await answer(waiting.removeFirst()) }
    }

    /// Waits for nobody: what goes wrong is logged, and the page says that the check stopped.
    private func answer(_ check: BadgeCheck) async {
        guard let given = check.given else { return }
        do {
            let found = await verifier.verify(VerificationInput(given.source)) { report in
                await self.tell(report, check.token)
            }
            let file: ImportedFile? =
                if check.person == nil { await pictures.shown(for: found) } else { found.file }
            try await checks.finish(check.token, report: try Self.text(found.report), file: file)
        } catch {
            logger.error("a badge was not checked", metadata: ["error": "\(error)"])
        }
    }

    private func tell(_ report: BadgeReport, _ token: TokenHash) async {
        do {
            try await checks.report(try Self.text(report), of: token)
        } catch {
            logger.warning("a check does not show how far it is", metadata: ["error": "\(error)"])
        }
    }

    private static func text(_ report: BadgeReport) throws -> String {
        String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
    }
}

extension BadgeCheck {
    /// What is known so far; one whose process is gone says that it stopped.
    func found(at date: Date) throws -> (report: BadgeReport, isDone: Bool) {
        var found = BadgeReport(verdict: .unchecked, sentence: "It is being looked at.", checkedAt: askedAt)
        if !report.isEmpty { found = try JSONDecoder().decode(BadgeReport.self, from: Data(report.utf8)) }
        guard !isDone, date > askedAt + Self.patience else { return (found, isDone) }
        found.verdict = .unchecked
        found.sentence = "The check stopped in the middle."
        found.checks.removeAll { $0.outcome == .unknown }
        return (found, true)
    }

    /// The same as pages show it.
    func known(at date: Date) throws -> (report: PageReport, isDone: Bool) {
        let (report, isDone) = try found(at: date)
        return (PageReport(report, isDone: isDone), isDone)
    }
}

extension BadgeCheck.Given {
    var source: VerificationInput.Source {
        switch self {
        case .link(let link): .link(link)
        case .file(let file): .file(file.bytes)
        }
    }
}

enum CheckBadgeError: PortalError {
    case busy

    var kind: ErrorKind { .unavailable }
    var message: String { "Many badges are being checked just now. Try again in a minute." }
}
