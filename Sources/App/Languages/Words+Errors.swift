import Core
import OpenBadges

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
        case let error as ImportError: message(of: error)
        case let error as AddressProofError: self[phrase(of: error)]
        case is CheckError: self[.verifyGone]
        case SharingError.collectionNotFound: self[.noCollection]
        case is CheckBadgeError: self[.verifyBusy]
        case DocumentError.notFound: self[.nothingAtAddress]
        case let error as SignInError: message(of: error)
        case let error as FormError: message(of: error)
        default: error.message
        }
    }

    private static func message(of error: ImportError) -> String {
        switch error {
        case .notFound: self[.importGone]
        case .alreadyThere(let title): say(.importAlreadyThere, ["title": .text(title)])
        case .tooMany: say(.importTooMany, ["count": .count(ImportedBadge.limit)])
        }
    }

    private static func message(of error: SignInError) -> String {
        switch error {
        case .unknownProvider(let name): say(.unknownProvider, ["provider": .text(name)])
        case .unknownPerson: self[.choosePerson]
        case .linkOver: self[.emergencyOver]
        }
    }

    private static func message(of error: FormError) -> String {
        switch error {
        case .tooLarge(let limit): say(.formTooLarge, ["count": .count(limit >> 20)])
        case .unknownType: self[.formsOnly]
        case .malformed(let reason): say(.formDamaged, ["reason": .text(reason)])
        }
    }

    private static func phrase(of error: AddressProofError) -> Phrase {
        switch error {
        case .taken: .codeTaken
        case .sentOften: .codeSentOften
        case .wrongCode: .codeWrong
        case .noCode: .codeOver
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
