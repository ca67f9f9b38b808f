import Core

extension Words {
    /// The sentence of an error in the reader's language; those that only administrators and programs meet are English.
    static func message(of error: any PortalError) -> String {
        switch error {
        case let error as AccessError: self[phrase(of: error)]
        case let error as AwardError where error == .notFound: self[.noBadgeHere]
        case is TooManyRequests: self[.tooOften]
        case let error as ImportError: message(of: error)
        case let error as AddressProofError: self[phrase(of: error)]
        case is CheckError: self[.verifyGone]
        case SharingError.collectionNotFound: self[.noCollection]
        case SignInError.unknownPerson: self[.choosePerson]
        case SignInError.linkOver: self[.emergencyOver]
        case FormError.unknownType: self[.formsOnly]
        case is CheckBadgeError: self[.verifyBusy]
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

    private static func phrase(of error: AddressProofError) -> Phrase {
        switch error {
        case .taken: .codeTaken
        case .sentOften: .codeSentOften
        case .wrongCode: .codeWrong
        case .noCode: .codeOver
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
