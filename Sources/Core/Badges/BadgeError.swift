/// What can go wrong with badges.
package enum BadgeError: PortalError {
    case invalidSlug(String)
    case slugTaken(Slug)
    /// The address of a badge that people have is printed on paper somewhere.
    case slugFixed(Slug)
    case notFound(String)
    /// Somebody else saved the badge in between.
    case changedMeanwhile(Slug)
    case notPublishable(String)
    case withdrawn(Slug)

    package var kind: ErrorKind {
        switch self {
        case .invalidSlug, .notPublishable: .invalid
        case .notFound: .notFound
        case .slugTaken, .slugFixed, .changedMeanwhile, .withdrawn: .conflict
        }
    }

    package var message: String {
        switch self {
        case .invalidSlug(let text):
            if let proposal = Slug(proposedFor: text), proposal.description != text {
                "Only lowercase letters, digits and hyphens are allowed. Try \(proposal)."
            } else {
                "Only lowercase letters, digits and hyphens are allowed."
            }
        case .slugTaken(let slug): "Another badge has the address \(slug) already. Choose another one."
        case .slugFixed(let slug): "The address stays \(slug): people have this badge, and their links use it."
        case .notFound(let name): "There is no badge called “\(name)”."
        case .changedMeanwhile:
            "Somebody else changed this badge while you were editing. Your input is below; look at theirs, then save again."
        case .notPublishable(let reason): reason
        case .withdrawn: "This badge is no longer awarded."
        }
    }
}
