/// Finds out what anybody's badge is worth, from the badge itself and what its issuer publishes.
package protocol BadgeVerifier: Sendable {
    /// Never throws: whatever goes wrong is an answer about the badge, and says so in a sentence. Asks the network,
    /// through a ``DocumentFetcher``, for the issuer, keys, lists of revoked badges and endorsements; at most 40
    /// addresses a badge.
    ///
    /// - Parameter progress: is told what is known so far, after each step: the checks that have their answers, and
    ///   `unchecked` for the verdict.
    func verify(
        _ input: VerificationInput,
        progress: @escaping @Sendable (BadgeReport) async -> Void
    ) async -> VerifiedBadge
}

extension BadgeVerifier {
    package func examine(_ input: VerificationInput) async -> BadgeReport { await verify(input) { _ in }.report }
}

package struct VerifiedBadge: Sendable, Equatable {
    package var report: BadgeReport
    /// The bytes that carry the badge: what was given, or what stood behind the link; nil when there is no badge.
    package var file: ImportedFile?

    package init(report: BadgeReport, file: ImportedFile? = nil) {
        self.report = report
        self.file = file
    }
}
