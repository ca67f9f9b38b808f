import Core

extension LinkedCertificate.Mistakes {
    /// For the form, in the reader's language.
    var problems: [FormProblem] { all.map { FormProblem(field: $0.field, message: $0.words) } }
}

extension LinkedCertificate.Mistake {
    fileprivate var words: String {
        switch kind {
        case .noPage: Words[.linkNoPage]
        case .missing: Words[.linkTitleMissing]
        case .tooLong: Words.say(.linkTooLong, ["count": .count(LinkedCertificate.titleLimit)])
        case .unstorable: Words[.linkUnstorable]
        case .unreadableDay: Words[.dayUnreadable]
        case .toCome: Words[.dayToCome]
        case .endsBeforeIssued: Words[.endsBeforeIssued]
        }
    }
}
