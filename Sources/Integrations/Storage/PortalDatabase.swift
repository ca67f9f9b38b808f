package import Core
package import Foundation
package import Logging

/// The portal's database and all that is kept in it.
package struct PortalDatabase: Sendable {
    package let badges: any BadgeStore
    package let awards: any AwardStore
    package let people: any PersonStore
    package let learning: any LearningStore
    package let audit: any AuditLog
    package let proofs: any ProofStore
    package let signIns: any SignInStore
    package let accounts: any AccountStore
    package let jobs: any JobStore
    package let rates: any RateStore
    package let lists: any AwardListStore
    package let preferences: any PreferenceStore
    package let awardLetters: any AwardLetterStore
    package let settings: any SettingStore
    package let directories: any DirectoryStore
    package let imports: any ImportStore
    package let checks: any CheckStore
    package let addressProofs: any AddressProofStore
    package let leavers: any LeaverStore
    package let sharing: any SharingStore
    package let announcements: any AnnouncementStore
    package let figures: any FigureStore
    package let calls: any CallStore

    let database: any SQLDatabase

    /// Opens the database at `url`, and makes an empty one where a SQLite file is missing.
    ///
    /// Call ``migrate(at:)`` before anything is read.
    ///
    /// - Parameter url: `sqlite:PATH` (a relative path starts in the working directory) or `postgresql://…`.
    /// - Parameter isThere: a missing file is a mistake, as where something is to be read from it.
    /// - Throws: ``StorageError/address(_:)``, ``StorageError/cannotOpen(_:_:)``.
    package static func open(
        url: String,
        isThere: Bool = false,
        logger: Logger
    ) throws(StorageError) -> PortalDatabase {
        switch try DatabaseAddress(url) {
        case .sqlite(let path):
            guard !isThere || FileManager.default.fileExists(atPath: path) else {
                throw .cannotOpen(path, "there is no such file")
            }
            try DatabaseAddress.makeFolder(of: path)
            return PortalDatabase(try SQLiteDatabase(path: path), logger: logger)
        case .postgres(let address):
            return PortalDatabase(PostgresDatabase(address), logger: logger)
        }
    }

    init(_ database: any SQLDatabase, logger: Logger) {
        self.database = database
        let contents = ContentMemory()
        badges = SQLBadgeStore(database: database, contents: contents)
        awards = SQLAwardStore(database: database, editions: EditionMemory())
        people = SQLPersonStore(database: database, logger: logger)
        learning = SQLLearningStore(database: database)
        audit = SQLAuditLog(database: database)
        proofs = SQLProofStore(database: database, contents: contents)
        signIns = SQLSignInStore(database: database)
        accounts = SQLAccountStore(database: database)
        jobs = SQLJobStore(database: database)
        rates = SQLRateStore(database: database)
        lists = SQLAwardListStore(database: database)
        preferences = SQLPreferenceStore(database: database)
        awardLetters = SQLAwardLetterStore(database: database)
        settings = SQLSettingStore(database: database)
        directories = SQLDirectoryStore(database: database)
        imports = SQLImportStore(database: database)
        checks = SQLCheckStore(database: database)
        addressProofs = SQLAddressProofStore(database: database)
        leavers = SQLLeaverStore(database: database)
        sharing = SQLSharingStore(database: database)
        announcements = SQLAnnouncementStore(database: database)
        figures = SQLFigureStore(database: database)
        calls = SQLCallStore(database: database)
    }

    /// Brings the database to the schema that this program knows.
    ///
    /// Several processes may do it at the same time.
    ///
    /// - Returns: the schema that was found (0 in an empty database) and the one that is there now.
    /// - Throws: ``StorageError/newerSchema(found:known:)``.
    package func migrate(at date: Date) async throws -> (from: Int, to: Int) {
        try await Migrator().migrate(database, at: date)
    }

    /// Lets what is running finish, and lets go of the database.
    package func close() throws { try database.close() }
}
