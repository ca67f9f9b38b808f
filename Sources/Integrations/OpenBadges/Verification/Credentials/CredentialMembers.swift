import LinkedData

/// The classes that a badge of Open Badges 3.0 is made of: what each must have, and which one stands where.
struct CredentialMembers {
    private(set) var problems: [String] = []

    /// A class by its name in the standard.
    private struct Class {
        let name: Text
        var mandatory: [Text] = []
        /// Members that are objects of another class; a text in their place is a link, or what the class allows.
        var parts: [Text: Text] = [:]
        /// Members that only take these values.
        var words: [Text: Vocabulary] = [:]
    }

    private struct Vocabulary {
        let words: Set<String>
        /// The standard lets issuers add words that begin with `ext:`.
        var isOpen = true

        func contains(_ text: String) -> Bool { words.contains(text) || isOpen && text.hasPrefix("ext:") }
    }

    /// - Parameter node: an object that stands where the standard wants `className`.
    init(_ node: Node, _ className: Text) { check(node, className, depth: 0) }

    private mutating func check(_ node: Node, _ className: Text, depth: Int) {
        guard node.object != nil, let rules = Self.classes[className], depth < 16 else { return }
        let name = className.string
        if !node.isA(className) { problems.append("What stands for \(name) is none.") }
        for member in rules.mandatory where node[member].map(\.isEmpty) ?? true {
            problems.append("The \(name) has no “\(member.string)”.")
        }
        for (member, vocabulary) in rules.words {
            guard let value = node[member], value.text.map({ !vocabulary.contains($0.string) }) ?? true else {
                continue
            }
            problems.append("“\(member.string)” of the \(name) is no word of the standard.")
        }
        for (member, part) in rules.parts {
            for value in node.all(member) { check(value, part, depth: depth + 1) }
        }
    }

    private static let classes: [Text: Class] = Dictionary(
        uniqueKeysWithValues: [
            Class(
                name: "AchievementSubject",
                mandatory: ["achievement"],
                parts: [
                    "achievement": "Achievement", "identifier": "IdentityObject", "image": "Image", "result": "Result",
                    "source": "Profile",
                ]
            ),
            Class(
                name: "Achievement",
                mandatory: ["id", "name", "description", "criteria"],
                parts: [
                    "alignment": "Alignment", "creator": "Profile", "image": "Image",
                    "otherIdentifier": "IdentifierEntry", "related": "Related",
                    "resultDescription": "ResultDescription",
                ],
                words: ["achievementType": Vocabulary(words: achievementTypes)]
            ),
            Class(
                name: "Profile",
                mandatory: ["id"],
                parts: [
                    "image": "Image", "address": "Address", "otherIdentifier": "IdentifierEntry",
                    "parentOrg": "Profile",
                ]
            ),
            Class(
                name: "IdentityObject",
                mandatory: ["hashed", "identityHash", "identityType"],
                words: ["identityType": Vocabulary(words: identityTypes)]
            ),
            Class(name: "IdentifierEntry", mandatory: ["identifier", "identifierType"]),
            Class(name: "Alignment", mandatory: ["targetName", "targetUrl"]),
            Class(name: "Address"), Class(name: "Evidence"), Class(name: "Image", mandatory: ["id"]),
            Class(name: "Related", mandatory: ["id"]),
            Class(
                name: "Result",
                parts: ["alignment": "Alignment"],
                words: ["status": Vocabulary(words: states, isOpen: false)]
            ),
            Class(
                name: "ResultDescription",
                mandatory: ["id", "name", "resultType"],
                parts: ["alignment": "Alignment", "rubricCriterionLevel": "RubricCriterionLevel"]
            ),
            Class(name: "RubricCriterionLevel", mandatory: ["id", "name"], parts: ["alignment": "Alignment"]),
        ].map { ($0.name, $0) }
    )

    private static let states: Set = [
        "Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew",
    ]

    private static let achievementTypes: Set = [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge",
        "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification", "CommunityService", "Competency",
        "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
        "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate",
        "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential", "ResearchDoctorate",
        "SecondarySchoolDiploma",
    ]

    private static let identityTypes: Set = [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress", "nationalIdentityNumber",
        "isbn", "issn", "lisSourcedId", "oneRosterSourcedId", "sisSourcedId", "ltiContextId", "ltiDeploymentId",
        "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
        // The standard's own implementation guide writes it so.
        "email",
    ]
}

extension Node {
    /// Nothing, or what stands for it: Open Badges 3.0 leaves such members out.
    fileprivate var isEmpty: Bool { isNull || text?.isEmpty ?? false || array?.isEmpty ?? false }
}
