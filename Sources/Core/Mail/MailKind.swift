/// What letters are about, as people choose them.
package enum MailKind: String, Sendable, CaseIterable {
    /// A badge was given, or waits to be claimed.
    case given
    case runsOut = "runs-out"
    /// Also one from elsewhere that its issuer took back.
    case takenBack = "taken-back"
    /// Once a week: what came, what waits, what is nearly done.
    case week
    /// For those who run the portal: lists that are done, jobs that failed, systems that do not answer.
    case work

    /// Of those who did not choose.
    package static let usual: Set<MailKind> = [.given, .runsOut, .takenBack, .work]
}
