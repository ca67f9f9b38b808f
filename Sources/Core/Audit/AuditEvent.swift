package import Foundation

/// One change, by whom and when.
///
/// Written in the transaction of the change itself.
package struct AuditEvent: Sendable, Equatable {
    package enum Action: String, Sendable, CaseIterable {
        case badgeCreated = "badge.created"
        case badgeSaved = "badge.saved"
        case badgePublished = "badge.published"
        case badgeWithdrawn = "badge.withdrawn"
        case issuerSaved = "issuer.saved"
        case keyMade = "key.made"
        case awardIssued = "award.issued"
        case awardClaimed = "award.claimed"
        case awardRevoked = "award.revoked"
        case awardSuspended = "award.suspended"
        case awardResumed = "award.resumed"
        case awardVisibilityChanged = "award.visibility"
        case importVisibilityChanged = "import.visibility"
        case profileSaved = "profile.saved"
        case collectionSaved = "collection.saved"
        case collectionRemoved = "collection.removed"
        case listStarted = "list.started"
        case listStopped = "list.stopped"
        case listUndone = "list.undone"
        case settingSaved = "setting.saved"
        case personCreated = "person.created"
        case roleGranted = "role.granted"
        case roleTaken = "role.taken"
        case personClosed = "person.closed"
        case personReopened = "person.reopened"
        case personErased = "person.erased"
        case peopleMerged = "person.merged"
        case identityLinked = "identity.linked"
        case directoryUserSaved = "directory-user.saved"
        case directoryUserRemoved = "directory-user.removed"
        case directoryGroupSaved = "directory-group.saved"
        case directoryGroupRemoved = "directory-group.removed"
        case emergencyLinkMade = "emergency-link.made"
        case emergencyLinkUsed = "emergency-link.used"
        case addressAdded = "address.added"
        case importAdded = "import.added"
        case importRemoved = "import.removed"
        case jobRetried = "job.retried"
        case signedIn = "session.started"
        case sessionsEnded = "session.ended"
    }

    package var at: Date
    package var actor: Actor
    package var action: Action
    /// What was changed: a slug, an award's UUID, a person's UUID.
    package var subject: String
    package var detail: String

    package init(at: Date, actor: Actor, action: Action, subject: String, detail: String = "") {
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
    }
}

/// Who changes something.
package enum Actor: Sendable, Hashable, CustomStringConvertible {
    case person(Person.ID)
    /// A rule, after a source stated a fact.
    case rule
    /// A company's directory, which brings people and groups.
    case directory(Directory.ID)
    /// Somebody with a shell on the server.
    case commandLine

    package var description: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .rule: "rule"
        case .directory(let id): "directory:\(id)"
        case .commandLine: "command line"
        }
    }
}
