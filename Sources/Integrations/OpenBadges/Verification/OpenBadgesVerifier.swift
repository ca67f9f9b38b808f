package import Core
package import Foundation
import LinkedData

/// Checks badges of Open Badges 2.0 (hosted and signed) and 3.0 (JWT and Data Integrity), from files and links.
package struct OpenBadgesVerifier: BadgeVerifier {
    let fetcher: any Core.DocumentFetcher
    let now: @Sendable () -> Date
    let proofs: DataIntegrityVerifier

    package init(fetcher: any Core.DocumentFetcher, now: @escaping @Sendable () -> Date) {
        self.fetcher = fetcher
        self.now = now
        proofs = DataIntegrityVerifier(
            contexts: KnownContexts.badges,
            fetcher: KeyFetcher(fetcher: fetcher),
            now: { Int(now().timeIntervalSince1970) }
        )
    }

    package func verify(
        _ given: BadgeCheck.Given,
        progress: @Sendable (VerificationReport) async -> Void
    ) async -> VerifiedBadge {
        var findings = Findings(VerificationReport(checkedAt: now()))
        var file: ImportedFile?
        do throws(Stop) {
            let opened = try await open(given)
            file = opened.file
            try await check(opened, &findings, progress)
        } catch {
            findings.stop(error)
        }
        return VerifiedBadge(report: findings.closed(at: now()), file: file)
    }

    private func check(
        _ opened: OpenedBadge,
        _ findings: inout Findings,
        _ progress: @Sendable (VerificationReport) async -> Void
    ) async throws(Stop) {
        switch opened.content {
        case .token(let token) where token.isAssertion:
            try await signedAssertion(token, &findings, progress)
        case .token(let token): try await credential(token, &findings, progress)
        case .document(let document) where Self.isCredential(document):
            try await credential(document, &findings, progress)
        case .document(let document): try await hostedAssertion(document, &findings, progress)
        }
    }

    private static func isCredential(_ document: Document) -> Bool { document.types.contains("VerifiableCredential") }

    // MARK: Documents that badges name

    func document(_ address: String) async throws(Stop) -> Document {
        let answer = try await answer(address)
        guard answer.status == 200 else { throw Stop.noAnswer(address, answer.status) }
        guard let document = Document(answer.body) else {
            throw Stop(.issuerUnknown("\(Self.host(address)) does not answer with a document."))
        }
        return document
    }

    func answer(_ address: String) async throws(Stop) -> FetchedDocument {
        do throws(FetchError) {
            return try await fetcher.fetch(FetchRequest(address, types: FetchRequest.badges))
        } catch {
            if error.isTemporary { throw Stop(.unreachable(error.message)) }
            throw Stop(.issuerUnknown("It names \(Self.host(address)). \(error.message)"))
        }
    }

    static func host(_ address: String) -> String { URL(string: address)?.host() ?? "an address that cannot be read" }
}

/// Why nothing more can be found out, as the verdict says it.
struct Stop: Error, Equatable {
    let verdict: VerificationReport.Verdict

    init(_ verdict: VerificationReport.Verdict) { self.verdict = verdict }

    /// A server that fails may answer later; a document that is not there is not.
    static func noAnswer(_ address: String, _ status: Int) -> Stop {
        let host = OpenBadgesVerifier.host(address)
        guard status >= 500 || status == 429 || status == 408 else {
            return Stop(.issuerUnknown("\(host) no longer has what the badge names (status \(status))."))
        }
        return Stop(.unreachable("\(host) has trouble just now (status \(status))."))
    }
}

/// The bytes of keys, for Data Integrity proofs.
private struct KeyFetcher: LinkedData.DocumentFetcher {
    let fetcher: any Core.DocumentFetcher

    func fetch(_ url: Text) async throws -> [UInt8] {
        let answer = try await fetcher.fetch(FetchRequest(url.string, types: FetchRequest.documents))
        guard answer.status == 200 else { throw Stop.noAnswer(url.string, answer.status) }
        return answer.body
    }
}
