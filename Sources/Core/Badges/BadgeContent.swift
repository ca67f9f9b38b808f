/// What a badge says, how it is earned and how long it is good: all that a version pins.
package struct BadgeContent: Sendable, Equatable, Codable {
    package static let nameLimit = 120
    package static let descriptionLimit = 500
    package static let criteriaLimit = 10_000

    /// 1 to ``nameLimit`` characters; any Unicode, emoji included.
    package var name: String
    /// What somebody with this badge can do; strangers read it first.
    package var description: String
    /// What must be done; Markdown.
    package var criteria: String
    package var picture: BadgePicture
    /// What the picture shows, for those who do not see it.
    package var pictureDescription: String
    /// What earns it; nil for a badge that is only given by hand.
    package var rule: Rule?
    package var validity: Validity
    package var alignments: [Alignment]
    package var tags: [String]

    package init(
        name: String,
        description: String = "",
        criteria: String = "",
        picture: BadgePicture,
        pictureDescription: String = "",
        rule: Rule? = nil,
        validity: Validity = .unlimited,
        alignments: [Alignment] = [],
        tags: [String] = []
    ) {
        self.name = name
        self.description = description
        self.criteria = criteria
        self.picture = picture
        self.pictureDescription = pictureDescription
        self.rule = rule
        self.validity = validity
        self.alignments = alignments
        self.tags = tags
    }

    /// Whether a badge with `other` would say something else about the people who hold it.
    ///
    /// The picture does not count: it says nothing. A text that the designer declares to be only corrected
    /// (`isCorrection`) does not count either; rule, validity and alignments always do.
    package func meansOther(than other: BadgeContent, isCorrection: Bool) -> Bool {
        if rule != other.rule || validity != other.validity || alignments != other.alignments { return true }
        let texts = [(name, other.name), (description, other.description), (criteria, other.criteria)]
        return texts.contains { !isCorrection && $0 != $1 || isCorrection && !Correction.isOne(from: $1, to: $0) }
    }
}
