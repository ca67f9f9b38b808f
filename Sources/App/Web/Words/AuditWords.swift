import Core

extension AuditEvent.Action {
    /// What happened, in the reader's words.
    var phrase: Phrase {
        switch self {
        case .badgeCreated: .auditBadgeCreated
        case .badgeSaved: .auditBadgeSaved
        case .badgePublished: .auditBadgePublished
        case .badgeWithdrawn: .auditBadgeWithdrawn
        case .issuerSaved: .auditIssuerSaved
        case .keyMade: .auditKeyMade
        case .awardIssued: .auditAwardIssued
        case .awardClaimed: .auditAwardClaimed
        case .awardRevoked: .auditAwardRevoked
        case .awardSuspended: .auditAwardSuspended
        case .awardResumed: .auditAwardResumed
        case .awardVisibilityChanged, .importVisibilityChanged: .auditVisibility
        case .profileSaved: .auditProfileSaved
        case .collectionSaved: .auditCollectionSaved
        case .collectionRemoved: .auditCollectionRemoved
        case .listStarted: .auditListStarted
        case .listStopped: .auditListStopped
        case .listUndone: .auditListUndone
        case .settingSaved: .auditSettingSaved
        case .personCreated: .auditPersonCreated
        case .roleGranted: .auditRoleGranted
        case .roleTaken: .auditRoleTaken
        case .personClosed: .auditPersonClosed
        case .personReopened: .auditPersonReopened
        case .personErased: .auditPersonErased
        case .peopleMerged: .auditPeopleMerged
        case .identityLinked: .auditIdentityLinked
        case .directoryUserSaved: .auditDirectoryUserSaved
        case .directoryUserRemoved: .auditDirectoryUserRemoved
        case .directoryGroupSaved: .auditDirectoryGroupSaved
        case .directoryGroupRemoved: .auditDirectoryGroupRemoved
        case .emergencyLinkMade: .auditEmergencyLinkMade
        case .emergencyLinkUsed: .auditEmergencyLinkUsed
        case .addressAdded: .auditAddressAdded
        case .importAdded: .auditImportAdded
        case .importRemoved: .auditImportRemoved
        case .jobRetried: .auditJobRetried
        case .signedIn: .auditSignedIn
        case .sessionsEnded: .auditSessionsEnded
        }
    }
}

extension Actor {
    /// Who did it; a person by name where it is known.
    func words(_ name: String?) -> String {
        switch self {
        case .person(let id): name ?? id.rawValue
        case .rule: Words[.actorRule]
        case .directory(let id): Words.say(.actorDirectory, ["directory": .text(id.rawValue)])
        case .commandLine: Words[.actorCommand]
        }
    }
}
