import Core

/// What a job does, in the reader's words.
enum JobName {
    private static let phrases: [String: Phrase] = [
        "deliver.mail": .jobMail, "deliver.address-code": .jobCodeMail, "deliver.log": .jobLog,
        "expiry-notices": .jobExpiry, "cleanup": .jobCleanup, "imports.check": .jobImports, "checks.clean": .jobChecks,
        "award-list": .jobList, DecideAgainJob.kind: .jobAgain,
        AwardWaiting.kind: .jobAwarding,
    ]

    /// A kind without words of its own, such as one of a newer version of the portal, is shown as it is.
    static func words(_ kind: String) -> String { phrases[kind].map { Words[$0] } ?? kind }
}
