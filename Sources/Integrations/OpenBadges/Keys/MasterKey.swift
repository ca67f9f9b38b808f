import Core
import Crypto
package import Foundation

/// The key that seals every other key; in a file of its own, outside of the database and its backups.
package struct MasterKey: Sendable {
    private static let size = 32
    private let key: SymmetricKey

    package init(random: Void = ()) { key = SymmetricKey(size: .bits256) }

    private init(_ bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// Reads the file, and makes it where it is missing; then only its owner may read it.
    ///
    /// - Throws: ``KeyError``.
    package static func load(_ file: URL) throws(KeyError) -> MasterKey {
        if let found = try read(file) { return found }
        try make(file)
        guard let made = try read(file) else { throw .masterKey(file.path, "it cannot be read back") }
        return made
    }

    /// - Returns: nil when there is no such file.
    private static func read(_ file: URL) throws(KeyError) -> MasterKey? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw .masterKey(file.path, "it cannot be read")
        }
        guard data.count < 200, let bytes = Base64URL.bytes(String(decoding: data, as: UTF8.self).trimmed),
            bytes.count == size
        else { throw .masterKey(file.path, "it does not hold a master key (32 bytes in base64url)") }
        return MasterKey(bytes)
    }

    /// Written beside and moved into place, so that of several processes one makes it and none reads half of it.
    private static func make(_ file: URL) throws(KeyError) {
        let key = MasterKey().key.withUnsafeBytes { Base64URL.text($0) }
        let draft = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).key")
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
        } catch {
            throw .masterKey(file.path, "its folder cannot be made")
        }
        let created = FileManager.default.createFile(
            atPath: draft.path,
            contents: Data("\(key)\n".utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard created else { throw .masterKey(file.path, "it cannot be written") }
        defer { unlink(draft.path) }
        guard link(draft.path, file.path) == 0 || errno == EEXIST else {
            throw .masterKey(file.path, "it cannot be written")
        }
    }

    /// - Parameter name: what the sealed bytes belong to; they open under the same name only.
    func seal(_ bytes: [UInt8], for name: String) throws(KeyError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(bytes, using: key, authenticating: Data(name.utf8))
            guard let combined = box.combined else { throw KeyError.cannotSign("a key could not be sealed") }
            return Array(combined)
        } catch {
            throw .cannotSign("a key could not be sealed")
        }
    }

    func open(_ sealed: [UInt8], for name: String) throws(KeyError) -> [UInt8] {
        do {
            return Array(try AES.GCM.open(.init(combined: sealed), using: key, authenticating: Data(name.utf8)))
        } catch {
            throw .otherMasterKey
        }
    }
}
