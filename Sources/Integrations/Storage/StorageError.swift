package import Core

/// What can go wrong with the database as a whole, for those who run the portal and those who use it.
package enum StorageError: PortalError {
    /// `LAUREL_DATABASE` is not understood, or names what is not there; why.
    case address(String)
    /// The file cannot be opened; path and reason.
    case cannotOpen(String, String)
    case newerSchema(found: Int, known: Int)
    /// A text holds the character NUL.
    case unstorableText
    /// An identifier of another system is too long, or holds the character NUL.
    case unstorableIdentifier
    /// Another process holds the database for too long.
    case busy
    case diskFull
    /// The system refuses to read or write: a quota, a limit, a damaged disk.
    case diskFailed
    case readOnly
    case notEmpty
    /// Two databases of different versions cannot be copied.
    case otherSchema
    case copyDiffers(table: String)
    /// A backup cannot be made, read or restored; why.
    case backup(String)
    /// The database server does not answer; what it or the network said.
    case unreachable(String)
    /// The connection broke while a change was being sealed: it was made, or not.
    case outcomeUnknown

    package var kind: ErrorKind {
        switch self {
        case .address, .unstorableText, .unstorableIdentifier: .invalid
        case .notEmpty, .otherSchema, .copyDiffers: .conflict
        case .cannotOpen, .newerSchema, .busy, .diskFull, .diskFailed, .readOnly, .backup, .unreachable,
            .outcomeUnknown:
            .unavailable
        }
    }

    package var message: String {
        switch self {
        case .address(let reason): reason
        case .cannotOpen(let path, let reason): "The database \(path) cannot be opened: \(reason)"
        case .newerSchema(let found, let known):
            "This database was written by a newer Laurel (schema \(found)); this one knows \(known). "
                + "Install the newer version again."
        case .unstorableText: "A text holds a character that cannot be stored (NUL). Remove it."
        case .unstorableIdentifier:
            "The other system names this person by an identifier of more than \(Identifier.limit) bytes, or with a NUL in it."
        case .busy: "The database is busy. Nothing was changed; try again in a moment."
        case .diskFull: "Nothing was saved: the disk with the database is full. Make room, then try again."
        case .diskFailed:
            "Nothing was saved: the disk with the database fails, or a quota or limit is reached. Look at the system's log."
        case .readOnly:
            "Nothing was saved: the database is read-only. Give the portal the right to write to its file and folder."
        case .unreachable(let reason):
            "The database server does not answer, so nothing was changed. Try again in a moment. (\(reason))"
        case .outcomeUnknown:
            "The connection to the database broke at the last moment. Look whether your change is there before you repeat it."
        case .otherSchema:
            "The two databases have different schemas. Bring the older one to this version with laurel migrate first."
        case .copyDiffers(let table):
            "The copy of \(table) is not the same as the original, so nothing was kept. Try again while nobody uses it."
        case .backup(let reason): "The backup did not work: \(reason)"
        case .notEmpty: "This database holds people or badges already. Load a new, empty one."
        }
    }
}
