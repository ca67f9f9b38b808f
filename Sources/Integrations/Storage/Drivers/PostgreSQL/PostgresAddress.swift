import CPQ
import Foundation

/// The parameters of a connection: what the address says, and for the rest what suits a portal.
struct PostgresAddress: Sendable, Equatable {
    /// By libpq's keywords (`host`, `dbname`, `sslmode`, …).
    let parameters: [String: String]

    /// - Parameter url: `postgresql://user@host:port/database?sslmode=verify-full`, as libpq reads it.
    /// - Throws: ``StorageError/address(_:)``, without repeating the address: it may hold a password.
    init(_ url: String) throws(StorageError) {
        var problem: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(problem) }
        guard !url.utf8.contains(0), let options = PQconninfoParse(url, &problem) else { throw Self.unreadable }
        defer { PQconninfoFree(options) }
        var parameters = Self.defaults
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parameters[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        self.parameters = parameters
    }

    private static let defaults = [
        "application_name": "laurel",
        "client_encoding": "UTF8",
        // Seconds until a server that does not answer counts as down.
        "connect_timeout": "5",
        // Milliseconds and seconds after which a connection without any answer is given up.
        "tcp_user_timeout": "15000", "keepalives_idle": "30", "keepalives_interval": "5", "keepalives_count": "3",
    ]

    private static let unreadable = StorageError.address(
        "LAUREL_DATABASE is not understood. Write it like postgresql://user@host/laurel?sslmode=verify-full "
            + "or sqlite:data/laurel.sqlite, with %-signs for special characters in a password."
    )

    /// Where it is, to be read by people: no user, no password.
    var description: String {
        "\(parameters["dbname"] ?? "") on \(parameters["host"] ?? parameters["hostaddr"] ?? "this machine")"
    }

    /// For pg_dump and pg_restore, which read the environment: nothing secret on a command line.
    var environment: [String: String] {
        let names = [
            "host": "PGHOST", "hostaddr": "PGHOSTADDR", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER",
            "password": "PGPASSWORD", "passfile": "PGPASSFILE", "service": "PGSERVICE", "sslmode": "PGSSLMODE",
            "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY", "options": "PGOPTIONS",
            "connect_timeout": "PGCONNECT_TIMEOUT", "target_session_attrs": "PGTARGETSESSIONATTRS",
        ]
        var environment: [String: String] = [:]
        for (keyword, value) in parameters {
            if let name = names[keyword] { environment[name] = value }
        }
        return environment
    }
}
