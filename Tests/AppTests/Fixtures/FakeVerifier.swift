import Core
import Foundation
import Synchronization

@testable import App

/// A verifier that finds what the test says, and servers of others that nobody reaches.
final class FakeVerifier: BadgeVerifier, Core.DocumentFetcher {
    private let next = Mutex(BadgeReport(verdict: .unreadable, sentence: "Nothing.", checkedAt: TestPortal.start))
    private let seen = Mutex<[VerificationInput]>([])
    private let steps = Mutex<[(report: BadgeReport, look: @Sendable () async -> Void)]>([])

    /// What it was asked.
    var given: [VerificationInput] { seen.withLock { $0 } }
    func finds(_ report: BadgeReport) { next.withLock { $0 = report } }

    /// Tells this on the way, and lets the test look.
    func tells(_ report: BadgeReport, look: @escaping @Sendable () async -> Void) {
        steps.withLock { $0.append((report, look)) }
    }

    func verify(
        _ input: VerificationInput,
        progress: @escaping @Sendable (BadgeReport) async -> Void
    ) async -> VerifiedBadge {
        seen.withLock { $0.append(input) }
        for step in steps.withLock({ $0 }) {
            await progress(step.report)
            await step.look()
        }
        let bytes: [UInt8] =
            switch input.source {
            case .file(let bytes): bytes
            case .text(let text): Array(text.utf8)
            case .link(let link): Array("{\"id\":\"\(link)\"}".utf8)
            }
        return VerifiedBadge(
            report: next.withLock { $0 },
            file: ImportedFile(mediaType: "application/json", bytes: bytes)
        )
    }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        throw .unreachable(host: "elsewhere.example")
    }
}

extension BadgeReport {
    /// A badge from elsewhere in a few words.
    static func sample(
        _ verdict: Verdict = .valid,
        id: String = "https://elsewhere.example/assertions/1",
        name: String = "Cloud 🏅 <b>",
        to names: [BadgeRecipient.Name] = [.init(.email, "priya@laurel.example")],
        issuedOn: Date = TestPortal.start - 86_400,
        expires: Date? = nil,
        reason: String? = nil
    ) -> BadgeReport {
        BadgeReport(
            verdict: verdict,
            sentence: "In a sentence: \(verdict.rawValue).",
            checks: [CheckResult(.issuer, .passed, "It comes from the issuer's own server.")],
            badge: CheckedBadge(
                form: .hosted20,
                id: id,
                name: name,
                description: "Flies 🐍 שלום",
                issuer: .init(
                    id: "https://elsewhere.example/issuer",
                    name: "Elsewhere & Co",
                    url: "https://elsewhere.example/",
                    domain: "elsewhere.example"
                ),
                recipient: BadgeRecipient(names),
                issuedOn: issuedOn,
                expires: expires,
                revocation: reason.map { .init(reason: $0) }
            ),
            checkedAt: TestPortal.start
        )
    }
}
