package import Core
package import Foundation

/// The stores of a database that was made for one test, empty and brought to the current schema.
package struct StoreFixture: Sendable {
    package var badges: any BadgeStore
    package var awards: any AwardStore
    package var people: any PersonStore
    package var learning: any LearningStore
    package var audit: any AuditLog
    package var proofs: any ProofStore
    package var signIns: any SignInStore
    package var accounts: any AccountStore
    package var rates: any RateStore
    package var jobs: any JobStore
    package var lists: any AwardListStore
    package var preferences: any PreferenceStore
    package var awardLetters: any AwardLetterStore
    package var settings: any SettingStore
    package var directories: any DirectoryStore
    package var imports: any ImportStore
    package var checks: any CheckStore
    package var addressProofs: any AddressProofStore
    package var leavers: any LeaverStore
    package var sharing: any SharingStore
    package var announcements: any AnnouncementStore
    package var figures: any FigureStore
    package var calls: any CallStore
    /// What waits for delivery, the oldest first.
    package var outbox: @Sendable () async throws -> [OutboxEntry]
    /// Closes an account, which no store can do yet.
    package var deactivate: @Sendable (Person.ID, Date) async throws -> Void

    package init(
        badges: any BadgeStore,
        awards: any AwardStore,
        people: any PersonStore,
        learning: any LearningStore,
        audit: any AuditLog,
        proofs: any ProofStore,
        signIns: any SignInStore,
        accounts: any AccountStore,
        rates: any RateStore,
        jobs: any JobStore,
        lists: any AwardListStore,
        preferences: any PreferenceStore,
        awardLetters: any AwardLetterStore,
        settings: any SettingStore,
        directories: any DirectoryStore,
        imports: any ImportStore,
        checks: any CheckStore,
        addressProofs: any AddressProofStore,
        leavers: any LeaverStore,
        sharing: any SharingStore,
        announcements: any AnnouncementStore,
        figures: any FigureStore,
        calls: any CallStore,
        outbox: @escaping @Sendable () async throws -> [OutboxEntry],
        deactivate: @escaping @Sendable (Person.ID, Date) async throws -> Void
    ) {
        self.badges = badges
        self.awards = awards
        self.people = people
        self.learning = learning
        self.audit = audit
        self.proofs = proofs
        self.signIns = signIns
        self.accounts = accounts
        self.rates = rates
        self.jobs = jobs
        self.lists = lists
        self.preferences = preferences
        self.awardLetters = awardLetters
        self.settings = settings
        self.directories = directories
        self.imports = imports
        self.checks = checks
        self.addressProofs = addressProofs
        self.leavers = leavers
        self.sharing = sharing
        self.announcements = announcements
        self.figures = figures
        self.calls = calls
        self.outbox = outbox
        self.deactivate = deactivate
    }
}

/// A message that waits for delivery.
package struct OutboxEntry: Sendable, Equatable {
    package var kind: String
    /// A JSON object whose values are texts.
    package var payload: [String: String]

    package init(kind: String, payload: [String: String]) {
        self.kind = kind
        self.payload = payload
    }
}
