import Foundation
import LinkedData

/// The documents of other people that the tests read: `shared/vectors`.
enum Vectors {
    struct Missing: Error, CustomStringConvertible {
        let description =
            "No test vectors: set LAUREL_SHARED to the folder that holds `vectors`, or put `shared` beside the project."
    }

    /// `LAUREL_SHARED`, or the first folder above this file that holds `shared/vectors`.
    static func folder() throws -> URL {
        if let shared = ProcessInfo.processInfo.environment["LAUREL_SHARED"] {
            return try existing(URL(filePath: shared).appending(path: "vectors"))
        }
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if let vectors = try? existing(folder.appending(path: "shared/vectors")) { return vectors }
        }
        throw Missing()
    }

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: folder().appending(path: path))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try data(path), as: UTF8.self)
    }

    static func json(_ path: String) throws -> JSON {
        try JSONReader.read(data(path))
    }

    /// Paths below `vectors`, sorted.
    static func files(in path: String, endingWith suffix: String) throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder().appending(path: path).path)
        return files.filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }.sorted()
    }

    private static func existing(_ folder: URL) throws -> URL {
        guard FileManager.default.fileExists(atPath: folder.path) else { throw Missing() }
        return folder
    }
}
