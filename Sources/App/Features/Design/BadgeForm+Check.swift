import Core
import Foundation

extension BadgeForm {
    private static let tagLimit = 20
    private static let tagLength = 60
    private static let monthLimit = 120

    /// A form without a mistake.
    struct Checked {
        var slug: Slug
        var content: BadgeContent
    }

    /// Reads the whole form.
    ///
    /// - Parameters:
    ///   - known: the activities that the form may name.
    ///   - drawnPicture: describes the picture where nobody did.
    /// - Throws: ``Core/InvalidForm`` with all that is wrong.
    func checked(_ known: Set<ActivityRef>, drawnPicture: String) throws(InvalidForm) -> Checked {
        var reader = FormReader([
            "name": name, "description": description, "criteria": criteria, "picture_description": pictureDescription,
        ])
        let name = reader.text("name", label: .fieldName, limit: BadgeContent.nameLimit, required: true)
        let slug = checkedSlug(&reader)
        let description = reader.text(
            "description",
            label: .fieldCan,
            limit: BadgeContent.descriptionLimit,
            required: true
        )
        let criteria = reader.text(
            "criteria",
            label: .whatItTakes,
            limit: BadgeContent.criteriaLimit,
            required: false
        )
        let alternative = reader.text(
            "picture_description",
            label: .pictureWords,
            limit: 300,
            required: false
        )
        if !pictureURL.isEmpty, Self.pictureURL(pictureURL) == nil {
            reader.fail("picture_url", Words[.notPicture])
        }
        let content = BadgeContent(
            name: name,
            description: description,
            criteria: criteria,
            picture: picture,
            pictureDescription: alternative.isEmpty ? drawnPicture : alternative,
            rule: checkedRule(&reader, known),
            validity: checkedValidity(&reader),
            alignments: checkedAlignments(&reader),
            tags: checkedTags(&reader)
        )
        try reader.check()
        guard let slug else { throw InvalidForm(reader.problems) }
        return Checked(slug: slug, content: content)
    }

    /// What earns the badge as far as the form can say; a rule with a mistake counts as none.
    func rule(_ known: Set<ActivityRef>) -> Rule? {
        var reader = FormReader([:])
        let rule = checkedRule(&reader, known)
        return reader.problems.isEmpty ? rule : nil
    }

    private func checkedSlug(_ reader: inout FormReader) -> Slug? {
        guard !slug.isEmpty else {
            reader.fail("slug", Words.say(.fieldMissing, ["field": .text(Words[.fieldSlug])]))
            return nil
        }
        guard slug != Design.newBadge else {
            reader.fail("slug", Words.say(.slugReserved, ["slug": .text(slug)]))
            return nil
        }
        do {
            return try Slug(slug)
        } catch {
            reader.fail("slug", error.words)
            return nil
        }
    }

    private func checkedRule(_ reader: inout FormReader, _ known: Set<ActivityRef>) -> Rule? {
        var requirements: [Requirement] = []
        for (index, row) in filled {
            guard let ref = ActivityText.ref(row.activity), known.contains(ref) else {
                reader.fail("activity.\(index)", Words[.noSuchActivity])
                continue
            }
            requirements.append(Requirement(ref, threshold: checkedThreshold(row.threshold, index, &reader)))
        }
        guard !requirements.isEmpty else { return nil }
        do {
            return try Rule(ruleMode(&reader, count: requirements.count), requirements)
        } catch {
            reader.fail(error == .repeated ? "activity.0" : "needed", error.words)
            return nil
        }
    }

    /// The rows in which something was chosen, with their places.
    private var filled: [(Int, Row)] {
        requirements.enumerated().filter { !$0.element.activity.isEmpty }.map { ($0.offset, $0.element) }
    }

    private func checkedThreshold(_ text: String, _ index: Int, _ reader: inout FormReader) -> Percent? {
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), (1...100).contains(number) else {
            reader.fail("threshold.\(index)", Words[.wholePercent])
            return nil
        }
        return Percent(clamping: Double(number))
    }

    private func ruleMode(_ reader: inout FormReader, count: Int) -> Rule.Mode {
        switch Mode(rawValue: mode) {
        case .all, nil: return .all
        case .any: return .any
        case .atLeast:
            guard let number = Int(needed) else {
                reader.fail("needed", Words[.sayHowMany])
                return .all
            }
            return .atLeast(number)
        }
    }

    private func checkedValidity(_ reader: inout FormReader) -> Validity {
        guard !months.isEmpty else { return .unlimited }
        guard let number = Int(months), (1...Self.monthLimit).contains(number) else {
            reader.fail("months", Words[.chooseTerm])
            return .unlimited
        }
        return .months(number)
    }

    private func checkedTags(_ reader: inout FormReader) -> [String] {
        let tags = tags.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        if tags.count > Self.tagLimit {
            reader.fail(
                "tags",
                Words.say(.tooManySkills, ["count": .count(tags.count), "limit": .count(Self.tagLimit)])
            )
        }
        if let long = tags.first(where: { $0.count > Self.tagLength }) {
            let values: KeyValuePairs<String, Words.Value> = [
                "skill": .text(String(long.prefix(20))), "limit": .count(Self.tagLength),
            ]
            reader.fail("tags", Words.say(.skillTooLong, values))
        }
        if tags.contains(where: { $0.unicodeScalars.contains("\0") }) {
            reader.fail("tags", Words.say(.fieldUnstorable, ["field": .text(Words[.skills])]))
        }
        return tags
    }
}
