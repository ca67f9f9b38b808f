extension BadgeReport {
    /// The one answer about a badge: the first of these that applies, in this order.
    package enum Verdict: String, Sendable, Codable, CaseIterable {
        /// There is nothing that could be checked: no badge, or one that cannot be read.
        case unreadable
        /// The proof does not fit what the badge says.
        case altered
        case revoked
        /// The proof holds, or there is none, but it does not lead to the issuer that the badge names.
        case issuerUnknown
        /// Signed by its issuer, and yet not what the standard calls a badge.
        case malformed
        /// The issuer has put a newer one in its place.
        case replaced
        case expired
        case notYetValid
        /// Genuine, but not for the address that was given.
        case otherPerson
        /// Something that has to be known could not be found out: never a yes.
        case unchecked
        case valid

        /// Of `laurel verify`: 0 valid, 1 not valid, 2 could not be checked.
        package var exitCode: Int32 {
            switch self {
            case .valid: 0
            case .unchecked: 2
            default: 1
            }
        }
    }
}
