/// The answer to one question about a badge.
package struct CheckResult: Sendable, Equatable, Codable {
    package var question: Question
    package var outcome: Outcome
    /// For everybody: one sentence.
    package var sentence: String
    /// For who wants to know exactly: addresses, keys, the standard's words; may be empty or have several lines.
    package var detail: String

    /// In the order in which people ask.
    package enum Question: String, Sendable, Codable, CaseIterable {
        /// Who issued it, and on what domain.
        case issuer
        /// Whether the key is the issuer's.
        case key
        case unchanged
        case notRevoked
        /// Not expired, and not in the future.
        case inTime
        /// Whether it belongs to the address that was given.
        case recipient
        /// Whether it follows the standard.
        case form
        /// What others say about it; never changes the verdict.
        case endorsements
    }

    package enum Outcome: String, Sendable, Codable {
        case passed
        case failed
        /// It could not be found out.
        case unknown
        /// Nobody asked, or there is nothing to ask.
        case notAsked
    }

    package init(_ question: Question, _ outcome: Outcome, _ sentence: String, detail: String = "") {
        self.question = question
        self.outcome = outcome
        self.sentence = sentence
        self.detail = detail
    }
}

extension CheckResult.Outcome {
    /// Of two answers to the same question the heavier one counts.
    package var weight: Int {
        switch self {
        case .notAsked: 0
        case .passed: 1
        case .unknown: 2
        case .failed: 3
        }
    }
}
