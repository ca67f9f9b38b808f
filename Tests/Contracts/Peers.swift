package import Foundation

/// The stand-ins for other people's servers, which are not part of this repository.
package enum Peers {
    /// The folder named by `LAUREL_SHARED`, or `shared` in the nearest folder above `file` that has one with peers.
    ///
    /// - Throws: ``MissingPeer``: a test must not pass because what it tests against is not there.
    package static func file(_ path: String, near file: String = #filePath) throws(MissingPeer) -> URL {
        var candidates: [URL] = []
        if let shared = ProcessInfo.processInfo.environment["LAUREL_SHARED"] {
            candidates.append(URL(filePath: shared))
        } else {
            var folder = URL(filePath: file).deletingLastPathComponent()
            while folder.path != "/" {
                candidates.append(folder.appending(path: "shared"))
                folder.deleteLastPathComponent()
            }
        }
        let found = candidates.map { $0.appending(path: "peers/\(path)") }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let found else { throw MissingPeer(path: path) }
        return found
    }
}

package struct MissingPeer: Error, CustomStringConvertible {
    package var path: String

    package var description: String {
        "The peer peers/\(path) is missing. Set LAUREL_SHARED to the folder that has “peers” in it."
    }
}
