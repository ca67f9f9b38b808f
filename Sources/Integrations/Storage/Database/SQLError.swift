/// What a database says about a statement, in words that all databases share.
enum SQLError: Error, Equatable {
    /// Two rows would be the same; what the database says about which.
    case unique(String)
    /// A row that is referred to does not exist.
    case foreignKey
    case check(String)
    case notNull(String)
    /// The database holds something that this program never writes.
    case unreadable(String)
    case other(code: String, message: String)
}
