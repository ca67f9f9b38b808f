package import Foundation

/// What looking at a badge from anywhere found: facts, which pages put into words.
package struct VerificationReport: Sendable, Equatable, Codable {
    /// As its document names it: `2.0`, `3.0`.
    package var version: String
    package var contents: BadgeFacts?
    package var recipient: BadgeRecipient?
    /// What was looked at so far, in the order of ``Question``; a question that is missing waits for its answer.
    package var answers: [Answer]
    package var verdict: Verdict
    package var checkedAt: Date

    package enum Question: String, Sendable, Codable, CaseIterable {
        case issuer
        case unchanged
        case notRevoked
        case current
    }

    package struct Answer: Sendable, Equatable, Codable {
        package enum Result: String, Sendable, Codable {
            case passed
            case limited
            case failed
            /// Nobody could say.
            case open
        }

        package var question: Question
        package var result: Result
        /// One sentence for everybody.
        package var sentence: String
        /// For people who know the standards: an address, a key, an algorithm.
        package var detail: String

        package init(_ question: Question, _ result: Result, _ sentence: String, detail: String = "") {
            self.question = question
            self.result = result
            self.sentence = sentence
            self.detail = detail
        }
    }

    /// The first that applies, in this order.
    package enum Verdict: Sendable, Equatable, Codable {
        /// Still being looked at.
        case open
        /// What was given holds no badge; why, and what to do.
        case noBadge(String)
        case altered(String)
        case revoked(reason: String)
        case issuerUnknown(String)
        case expired(Date)
        case notYetValid(Date)
        /// Somebody did not answer; it may be tried later.
        case unreachable(String)
        case genuine
    }

    package init(
        version: String = "",
        contents: BadgeFacts? = nil,
        recipient: BadgeRecipient? = nil,
        answers: [Answer] = [],
        verdict: Verdict = .open,
        checkedAt: Date
    ) {
        self.version = version
        self.contents = contents
        self.recipient = recipient
        self.answers = answers
        self.verdict = verdict
        self.checkedAt = checkedAt
    }
}

/// What a badge says about itself; nobody vouches for it before the verdict does.
package struct BadgeFacts: Sendable, Equatable, Codable {
    /// The badge's own id: what makes it the same as another one.
    package var id: String
    package var name: String
    package var description: String
    package var criteria: String
    package var issuer: String
    /// The issuer's own id or home page, when it is an address.
    package var issuerURL: String?
    package var issuedOn: Date?
    package var expires: Date?
    /// An http(s) address or a `data:` URI.
    package var picture: String?
    package var tags: [String]

    package init(
        id: String,
        name: String,
        description: String = "",
        criteria: String = "",
        issuer: String,
        issuerURL: String? = nil,
        issuedOn: Date? = nil,
        expires: Date? = nil,
        picture: String? = nil,
        tags: [String] = []
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.criteria = criteria
        self.issuer = issuer
        self.issuerURL = issuerURL
        self.issuedOn = issuedOn
        self.expires = expires
        self.picture = picture
        self.tags = tags
    }
}

/// Finds out what anybody's badge is worth, from the badge itself and what its issuer publishes.
package protocol BadgeVerifier: Sendable {
    /// Every answer with its detail, for people who know the standards and for programs.
    ///
    /// Never throws: whatever goes wrong is an answer about the badge, and says so in a sentence. Asks the network,
    /// through a ``DocumentFetcher``, for the issuer, keys, lists of revoked badges and endorsements; at most 40
    /// addresses a badge.
    func examine(_ input: VerificationInput) async -> BadgeReport

    /// The same as pages show it, step by step.
    ///
    /// - Parameter progress: is told what is known so far, after each step.
    func verify(
        _ given: BadgeCheck.Given,
        progress: @escaping @Sendable (VerificationReport) async -> Void
    ) async -> VerifiedBadge
}

package struct VerifiedBadge: Sendable, Equatable {
    package var report: VerificationReport
    /// The bytes that carry the badge: what was given, or what stood behind the link.
    package var file: ImportedFile?

    package init(report: VerificationReport, file: ImportedFile?) {
        self.report = report
        self.file = file
    }
}
