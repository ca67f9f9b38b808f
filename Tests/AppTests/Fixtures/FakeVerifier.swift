import Core
import Foundation
import Synchronization

@testable import App

/// A verifier that finds what the test says, and servers of others that nobody reaches.
final class FakeVerifier: BadgeVerifier, Core.DocumentFetcher {
    private let next = Mutex(VerificationReport(verdict: .noBadge("Nothing."), checkedAt: TestPortal.start))
    private let seen = Mutex<[BadgeCheck.Given]>([])

    private let steps = Mutex<[(report: VerificationReport, look: @Sendable () async -> Void)]>([])

    /// Tells this on the way, and lets the test look.
    func tells(_ report: VerificationReport, look: @escaping @Sendable () async -> Void) {
        steps.withLock { $0.append((report, look)) }
    }

    var given: [BadgeCheck.Given] { seen.withLock { $0 } }
    func finds(_ report: VerificationReport) { next.withLock { $0 = report } }

    func examine(_ input: VerificationInput) async -> BadgeReport {
        BadgeReport(verdict: .unreadable, sentence: "Nothing.", checkedAt: TestPortal.start)
    }

    func verify(
        _ given: BadgeCheck.Given,
        progress: @escaping @Sendable (VerificationReport) async -> Void
    ) async -> VerifiedBadge {
        seen.withLock { $0.append(given) }
        for step in steps.withLock({ $0 }) {
            await progress(step.report)
            await step.look()
        }
        let report = next.withLock { $0 }
        let file: ImportedFile =
            switch given {
            case .file(let file): file
            case .link(let link): ImportedFile(mediaType: "application/json", bytes: Array("{\"id\":\"\(link)\"}".utf8))
            }
        return VerifiedBadge(report: report, file: file)
    }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchedDocument {
        throw .unreachable(host: "elsewhere.example")
    }
}

extension VerificationReport {
    /// A badge from elsewhere in a few words.
    static func sample(
        _ verdict: Verdict = .genuine,
        id: String = "https://elsewhere.example/assertions/1",
        name: String = "Cloud 🏅 <b>",
        to names: [BadgeRecipient.Name] = [.init(.email, "priya@laurel.example")],
        expires: Date? = nil
    ) -> VerificationReport {
        VerificationReport(
            version: "2.0",
            contents: BadgeFacts(
                id: id,
                name: name,
                description: "Flies 🐍 שלום",
                issuer: "Elsewhere & Co",
                issuerURL: "https://elsewhere.example/",
                issuedOn: TestPortal.start - 86_400,
                expires: expires
            ),
            recipient: BadgeRecipient(names),
            answers: [.init(.issuer, .passed, "It comes from the issuer's own server.")],
            verdict: verdict,
            checkedAt: TestPortal.start
        )
    }
}
