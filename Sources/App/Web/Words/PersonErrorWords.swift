import Core

extension PersonError {
    /// In the reader's language.
    var words: String {
        switch self {
        case .notFound: Words[.noSuchPerson]
        case .deactivated: Words[.accountIsClosed]
        case .invalidEmail: Words[.noEmailAddress]
        case .unknownRole(let role): Words.say(.noSuchRole, ["role": .text(role)])
        case .lastAdministrator: Words[.lastAdministrator]
        case .notAdministrator: Words[.notAdministrator]
        case .samePerson: Words[.twoDifferent]
        case .otherIssuer: Words[.signInChanged]
        }
    }
}
