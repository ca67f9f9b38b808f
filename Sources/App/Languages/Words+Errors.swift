import Core

extension Words {
    /// The sentence of an error in the reader's language; those that only administrators and programs meet are English.
    static func message(of error: any PortalError) -> String {
        switch error {
        case let error as AccessError: self[phrase(of: error)]
        case let error as AwardError where error == .notFound: self[.noBadgeHere]
        case is TooManyRequests: self[.tooOften]
        default: error.message
        }
    }

    private static func phrase(of error: AccessError) -> Phrase {
        switch error {
        case .signInNeeded: .signInNeeded
        case .roleMissing(.designer): .designersOnly
        case .roleMissing(.administrator): .administratorsOnly
        case .foreignForm: .foreignForm
        }
    }
}
