/// Which language a database speaks.
enum SQLDialect: Sendable {
    case sqlite
    case postgres
}
