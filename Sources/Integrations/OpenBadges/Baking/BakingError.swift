package import Core

/// Why a badge does not go into a picture, or does not come out of it.
package enum BakingError: PortalError {
    case notAPicture
    case tooLarge
    case damaged(String)
    case noBadge
    case severalBadges
    case notABadge

    package var kind: ErrorKind {
        switch self {
        case .tooLarge: .tooLarge
        default: .invalid
        }
    }

    package var message: String {
        switch self {
        case .notAPicture: "This is not a PNG or SVG picture. Other kinds carry no badge."
        case .tooLarge:
            "This picture is too large: \(Baking.sizeLimit >> 20) MiB and \(Baking.partLimit) parts are read."
        case .damaged(let reason): "This picture is damaged: \(reason). Download it again from where you got it."
        case .noBadge: "This picture carries no badge. Screenshots lose the proof; ask for the file or the link."
        case .severalBadges: "This picture carries two badges of the same kind. Ask for a new file."
        case .notABadge:
            "This is no badge: bake a JSON document, a signed badge (three parts with dots) or a web address."
        }
    }
}
