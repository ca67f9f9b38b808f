package import Foundation

/// A standard, framework or skill that a badge points to (Open Badges *Alignment*).
package struct Alignment: Sendable, Hashable, Codable {
    /// More than these make a badge mean nothing in particular.
    package static let limit = 10
    package static let textLimit = 200

    package var name: String
    /// Where the target is described; http or https.
    package var url: URL
    /// How the framework numbers the target, as in `S5.6.2`.
    package var code: String?
    /// The name of the framework that the target belongs to.
    package var framework: String?
    package var kind: Kind?

    package init(name: String, url: URL, code: String? = nil, framework: String? = nil, kind: Kind? = nil) {
        self.name = name
        self.url = url
        self.code = code
        self.framework = framework
        self.kind = kind
    }

    /// What the target is (Open Badges 3.0 *AlignmentTargetType*).
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case competency = "ceasn:Competency"
        case credential = "ceterms:Credential"
        case frameworkItem = "CFItem"
        case rubric = "CFRubric"
        case rubricCriterion = "CFRubricCriterion"
        case rubricLevel = "CFRubricCriterionLevel"
        case credentialEngine = "CTDL"
    }
}
