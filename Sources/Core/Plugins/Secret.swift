import Foundation

/// A password or key, by reference: `{ "env": "NAME" }` or `{ "file": "/run/secrets/name" }`.
///
/// It never appears in logs: its description names the reference only.
package struct Secret: Sendable, Hashable, Decodable, CustomStringConvertible, CustomReflectable {
    package enum Reference: Sendable, Hashable {
        case environment(String)
        case file(String)
    }

    package let reference: Reference

    package init(_ reference: Reference) { self.reference = reference }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        if let name = try box.decodeIfPresent(String.self, forKey: .env) {
            reference = .environment(name)
        } else {
            reference = .file(try box.decode(String.self, forKey: .file))
        }
    }

    /// Reads the secret; a line end at the end of a file is not part of it.
    ///
    /// - Throws: ``SecretError``, which names the reference.
    package func reveal() throws(SecretError) -> String {
        switch reference {
        case .environment(let name):
            guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
                throw .missing("the environment variable \(name) is not set")
            }
            return value
        case .file(let path):
            guard let data = FileManager.default.contents(atPath: path) else {
                throw .missing("the file \(path) cannot be read")
            }
            let value = String(decoding: data, as: UTF8.self).trimmed
            guard !value.isEmpty else { throw .missing("the file \(path) is empty") }
            return value
        }
    }

    package var description: String {
        switch reference {
        case .environment(let name): "Secret(env \(name))"
        case .file(let path): "Secret(file \(path))"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: [:]) }

    private enum CodingKeys: String, CodingKey {
        case env
        case file
    }
}

package enum SecretError: Error, Equatable, CustomStringConvertible {
    case missing(String)

    package var description: String {
        switch self {
        case .missing(let reason): reason
        }
    }
}
