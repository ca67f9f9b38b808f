import Core
import Pictures

/// What goes wrong while badges are designed and awarded, in the reader's words.
extension BadgeError {
    var words: String {
        switch self {
        case .invalidSlug(let text):
            if let proposal = Slug(proposedFor: text), proposal.description != text {
                Words.say(.slugTry, ["slug": .text(proposal.description)])
            } else {
                Words[.slugRule]
            }
        case .slugTaken(let slug): Words.say(.slugTaken, ["slug": .text(slug.description)])
        case .slugFixed(let slug): Words.say(.slugFixed, ["slug": .text(slug.description)])
        case .notFound(let name): Words.say(.badgeNotFound, ["badge": .text(name)])
        case .changedMeanwhile: Words[.changedMeanwhile]
        case .notPublishable: Words[.notInThisState]
        case .withdrawn: Words[.noLongerGiven]
        }
    }
}

extension RuleError {
    var words: String {
        switch self {
        case .empty: Words[.ruleEmpty]
        case .tooMany(let count):
            Words.say(.ruleTooMany, ["count": .count(count), "limit": .count(Rule.limit)])
        case .repeated: Words[.ruleRepeated]
        case .unreachable(let wanted, let count):
            Words.say(.ruleUnreachable, ["wanted": .count(wanted), "count": .count(count)])
        }
    }
}

extension PictureError {
    var words: String {
        switch self {
        case .empty: Words[.pictureEmpty]
        case .otherFormat, .unknownFormat: Words[.pictureOther]
        case .tooLarge(let type, let bytes, let limit):
            Words.say(
                .pictureTooLarge,
                ["kind": .text(type == .png ? "PNG" : "SVG"), "count": .count(bytes), "limit": .count(limit)]
            )
        case .wrongSize(let width, let height, let allowed):
            Words.say(
                .pictureWrongSize,
                [
                    "width": .count(width), "height": .count(height), "least": .count(allowed.lowerBound),
                    "most": .count(allowed.upperBound),
                ]
            )
        case .animated: Words[.pictureAnimated]
        case .damaged(_, let reason), .unsuitable(let reason): Words.say(.pictureUnfit, ["reason": .text(reason)])
        }
    }
}
