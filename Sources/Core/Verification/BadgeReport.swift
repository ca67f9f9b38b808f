package import Foundation

/// What is known about a badge: after a check, or so far while it goes on.
///
/// Kept and sent as JSON.
package struct BadgeReport: Sendable, Equatable, Codable {
    package var verdict: Verdict
    /// The verdict as a sentence for everybody.
    package var sentence: String
    /// At most one answer a question, in the order of ``CheckResult/Question``; empty when there is no badge.
    package var checks: [CheckResult]
    /// nil when there is no badge.
    package var badge: CheckedBadge?
    package var checkedAt: Date

    package init(
        verdict: Verdict,
        sentence: String,
        checks: [CheckResult] = [],
        badge: CheckedBadge? = nil,
        checkedAt: Date
    ) {
        self.verdict = verdict
        self.sentence = sentence
        self.checks = checks
        self.badge = badge
        self.checkedAt = checkedAt
    }

    package subscript(question: CheckResult.Question) -> CheckResult? { checks.first { $0.question == question } }
}

/// What a badge says about itself: as far as the verdict goes, and no further, it is true.
package struct CheckedBadge: Sendable, Equatable, Codable {
    package var form: BadgeForm
    /// Of the award, the same for every copy; nil when it has none.
    package var id: String?
    package var name: String
    package var description: String
    package var issuer: Party
    /// What it took to earn it, in Markdown, or the address of a page that says so.
    package var criteria: String
    package var tags: [String]
    /// To whom it says that it belongs; left out of what is sent, where it stands in ``document`` only.
    package var recipient: BadgeRecipient?
    /// The address of a picture for people, or a `data:` URI.
    package var image: String?
    package var issuedOn: Date?
    package var expires: Date?
    /// When and why the issuer took it back, as far as the issuer says.
    package var revocation: Revocation?
    /// The document that was checked, as it stands: JSON, or a signed badge.
    package var document: String

    package struct Party: Sendable, Equatable, Codable {
        package var id: String
        package var name: String
        /// Its home page.
        package var url: String?
        /// Lower case, with the port if there is one; nil when no domain stands behind the issuer.
        package var domain: String?

        package init(id: String, name: String, url: String? = nil, domain: String?) {
            self.id = id
            self.name = name
            self.url = url
            self.domain = domain
        }
    }

    package struct Revocation: Sendable, Equatable, Codable {
        package var date: Date?
        package var reason: String?

        package init(date: Date? = nil, reason: String? = nil) {
            self.date = date
            self.reason = reason
        }
    }

    package init(
        form: BadgeForm,
        id: String? = nil,
        name: String = "",
        description: String = "",
        issuer: Party = Party(id: "", name: "", domain: nil),
        criteria: String = "",
        tags: [String] = [],
        recipient: BadgeRecipient? = nil,
        image: String? = nil,
        issuedOn: Date? = nil,
        expires: Date? = nil,
        revocation: Revocation? = nil,
        document: String = ""
    ) {
        self.form = form
        self.id = id
        self.name = name
        self.description = description
        self.issuer = issuer
        self.criteria = criteria
        self.tags = tags
        self.recipient = recipient
        self.image = image
        self.issuedOn = issuedOn
        self.expires = expires
        self.revocation = revocation
        self.document = document
    }
}

/// The standard that a badge was made by, and how its proof works.
package enum BadgeForm: String, Sendable, Codable, CaseIterable {
    case hosted10 = "Open Badges 1.0, hosted"
    case signed10 = "Open Badges 1.0, signed"
    case hosted11 = "Open Badges 1.1, hosted"
    case signed11 = "Open Badges 1.1, signed"
    case hosted20 = "Open Badges 2.0, hosted"
    case signed20 = "Open Badges 2.0, signed"
    case token30 = "Open Badges 3.0, VC-JWT"
    case dataIntegrity30 = "Open Badges 3.0, Data Integrity"
    case token11 = "Verifiable Credentials 1.1, JWT"
    case dataIntegrity11 = "Verifiable Credentials 1.1, Data Integrity"
    /// Open Badges 3.0 without any proof.
    case unsigned30 = "Open Badges 3.0, without proof"
}

extension BadgeForm {
    /// As its document names it.
    package var version: String {
        switch self {
        case .hosted10, .signed10: "1.0"
        case .hosted11, .signed11: "1.1"
        case .hosted20, .signed20: "2.0"
        case .token30, .dataIntegrity30, .unsigned30: "3.0"
        case .token11, .dataIntegrity11: "VC 1.1"
        }
    }
}
