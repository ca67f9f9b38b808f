package import Core
package import Foundation
import LinkedData

/// Checks badges of every version of Open Badges since 1.0 (and of Verifiable Credentials that are badges).
package struct OpenBadgesVerifier: BadgeVerifier {
    let fetcher: any Core.DocumentFetcher
    let now: @Sendable () -> Date
    /// How long it asks servers about one badge.
    let patience: Duration

    package init(
        fetcher: any Core.DocumentFetcher,
        now: @escaping @Sendable () -> Date,
        patience: Duration = .seconds(20)
    ) {
        self.fetcher = fetcher
        self.now = now
        self.patience = patience
    }

    package func verify(
        _ input: VerificationInput,
        progress: @escaping @Sendable (BadgeReport) async -> Void
    ) async -> VerifiedBadge {
        let date = now()
        let match = RecipientMatch(given: input.recipients)
        let check = OneCheck(fetching: Fetching(fetcher, patience: patience), match: match, now: date) { findings in
            await progress(findings.reportSoFar(at: date))
        }
        do throws(Unreadable) {
            let given: [GivenBadge] =
                switch input.source {
                case .file(let bytes): try GivenBadge.read(bytes)
                case .text(let text): [try GivenBadge.read(text)]
                case .link(let address): [.link(address)]
                }
            var found = try await check.worst(of: given, links: 0)
            if case .file(let bytes) = input.source { found.file = ImportedFile(mediaType: "", bytes: bytes).typed }
            return found
        } catch {
            var found = VerifiedBadge(report: Self.unreadable(error, at: date))
            if error.isTemporary, case .file(let bytes) = input.source {
                found.file = ImportedFile(mediaType: "", bytes: bytes).typed
            }
            return found
        }
    }

    private static func unreadable(_ problem: Unreadable, at date: Date) -> BadgeReport {
        let checks =
            problem.detail.isEmpty
            ? []
            : [CheckResult(.form, problem.isTemporary ? .unknown : .failed, problem.sentence, detail: problem.detail)]
        return BadgeReport(
            verdict: problem.isTemporary ? .unchecked : .unreadable,
            sentence: problem.sentence,
            checks: checks,
            checkedAt: date
        )
    }
}

extension ImportedFile {
    /// With the media type that its bytes have.
    fileprivate var typed: ImportedFile {
        let first = bytes.first { $0 > 0x20 }
        let type =
            switch first {
            case 0x89: "image/png"
            case UInt8(ascii: "<"): "image/svg+xml"
            case UInt8(ascii: "{"): "application/json"
            default: "text/plain"
            }
        return ImportedFile(mediaType: type, bytes: bytes)
    }
}

/// One check of what somebody gave.
private struct OneCheck {
    let fetching: Fetching
    let match: RecipientMatch
    let now: Date
    let tell: @Sendable (Findings) async -> Void

    private static let linkLimit = 3

    private var credentials: CredentialCheck {
        CredentialCheck(fetching: fetching, match: match, now: now, tell: tell)
    }

    private var assertions: AssertionCheck {
        AssertionCheck(fetching: fetching, match: match, now: now, tell: tell)
    }

    /// A picture may hold a badge of either version: it is no better than the worse of them.
    func worst(of given: [GivenBadge], links: Int) async throws(Unreadable) -> VerifiedBadge {
        var found: [VerifiedBadge] = []
        for badge in given { found.append(try await report(badge, links: links)) }
        let order = BadgeReport.Verdict.allCases
        let worst = found.min {
            (order.firstIndex(of: $0.report.verdict) ?? 0) < (order.firstIndex(of: $1.report.verdict) ?? 0)
        }
        guard let worst else { throw Unreadable(sentence: BakingError.noBadge.message) }
        // Of two that are equally good the newer standard says more.
        return found.last { $0.report.verdict == worst.report.verdict } ?? worst
    }

    private func report(_ badge: GivenBadge, links: Int) async throws(Unreadable) -> VerifiedBadge {
        switch badge {
        case .credential(let node):
            return await credentials.check(Credential(node), document: Self.text(node)).verified(at: now)
        case .token(let jws):
            return await credentials.check(Credential(jws), document: jws.text).verified(at: now)
        case .assertion(let node):
            return await assertions.hosted(node, document: Self.text(node)).verified(at: now)
        case .signedAssertion(let jws):
            return await assertions.signed(jws).verified(at: now)
        case .link(let address): return try await follow(address, links: links)
        }
    }

    private static func text(_ node: Node) -> String { String(decoding: node.serialized, as: UTF8.self) }

    // MARK: Links

    private func follow(_ address: String, links: Int) async throws(Unreadable) -> VerifiedBadge {
        guard links < Self.linkLimit else {
            throw Unreadable(sentence: "This address leads to an address, and so on, and to no badge.")
        }
        if let document = PageAddress.documents(of: address).first, document != address, links == 0 {
            // A guess by the form of the address: where it leads nowhere, the address itself may still be a badge.
            do throws(Unreadable) { return try await follow(document, links: links + 1) } catch {}
        }
        let answer: FetchedDocument
        do throws(FetchProblem) { answer = try await fetching.answer(address, types: FetchRequest.pages) } catch {
            throw Unreadable(sentence: error.reason, detail: address, isTemporary: error.leavesOpen)
        }
        if answer.mediaType == "text/html" || answer.mediaType == "application/xhtml+xml" {
            guard let document = PageAddress.alternate(in: answer.body, at: answer.url) else {
                throw Unreadable(
                    sentence:
                        "There is no badge at this address, but a page for people. Ask for the file or the link of the badge itself.",
                    detail: address
                )
            }
            return try await follow(document, links: links + 1)
        }
        if answer.status == 410 { return try await gone(answer, address) }
        guard answer.status == 200 else {
            let isTemporary = answer.status >= 500 || answer.status == 429
            throw Unreadable(
                sentence: "There is no badge at this address: it answers with status \(answer.status).",
                detail: address,
                isTemporary: isTemporary
            )
        }
        let given = try GivenBadge.read(answer.body)
        var found = try await worst(of: given, links: links + 1)
        if found.file == nil { found.file = ImportedFile(mediaType: answer.mediaType, bytes: answer.body).typed }
        return found
    }

    /// A hosted badge that its issuer took back: the address is all that is left of it.
    private func gone(_ answer: FetchedDocument, _ address: String) async throws(Unreadable) -> VerifiedBadge {
        if let node = try? JSONReader.read(answer.body), node.object != nil, node["id"] != nil {
            if node.isA("Assertion") || node.saysRevoked {
                return try await report(.assertion(node), links: Self.linkLimit)
            }
        }
        var findings = Findings(CheckedBadge(form: .hosted20, id: address))
        findings.add(.notRevoked, .failed, "What was at this address was taken back.", address)
        return findings.verified(at: now)
    }
}
