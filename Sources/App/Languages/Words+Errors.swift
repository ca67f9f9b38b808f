import Core

extension Words {
    /// The sentence of an error in the reader's language; those that only administrators and programs meet are English.
    static func message(of error: any PortalError) -> String {
        switch error {
        case let error as AccessError: self[phrase(of: error)]
        case let error as AwardError: self[phrase(of: error)]
        case let error as AwardListError: self[phrase(of: error)]
        case let error as BadgeError: error.words
        case let error as PersonError: error.words
        case let error as JobError: self[error == .notFound ? .noSuchJob : .jobTaken]
        case is TooManyRequests: self[.tooOften]
        default: error.message
        }
    }

    private static func phrase(of error: AwardError) -> Phrase {
        switch error {
        case .notFound: .noBadgeHere
        case .hasItAlready: .hasItAlready
        case .revokedAlready: .takenBackAlready
        case .suspendedAlready: .onHoldAlready
        case .notSuspended: .notOnHold
        case .reasonMissing: .reasonMissing
        }
    }

    private static func phrase(of error: AwardListError) -> Phrase {
        switch error {
        case .notFound: .noSuchList
        case .startedAlready: .listIsBusy
        case .tooLateToUndo: .listTooLate
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
