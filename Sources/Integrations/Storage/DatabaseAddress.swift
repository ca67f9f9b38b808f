import Foundation

/// Where the database is, as `LAUREL_DATABASE` says it.
enum DatabaseAddress: Equatable {
    /// A path, absolute or from the working directory.
    case sqlite(String)
    case postgres(PostgresAddress)

    init(_ url: String) throws(StorageError) {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        let rest = String(url.dropFirst(scheme.count + 1))
        switch scheme {
        case "sqlite":
            let path = rest.hasPrefix("//") ? String(rest.dropFirst(2)) : rest
            guard !path.isEmpty, !path.utf8.contains(0) else {
                throw .address("LAUREL_DATABASE names no file. Write it like sqlite:data/laurel.sqlite.")
            }
            self = .sqlite(path)
        case "postgresql", "postgres":
            self = .postgres(try PostgresAddress(url))
        default:
            throw .address(
                "LAUREL_DATABASE is not understood. Write it like sqlite:data/laurel.sqlite or postgresql://user@host/laurel."
            )
        }
    }

    /// Makes the folder that the file at `path` goes into.
    static func makeFolder(of path: String) throws(StorageError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotOpen(path, "its folder \(folder.path) cannot be made.")
        }
    }
}
