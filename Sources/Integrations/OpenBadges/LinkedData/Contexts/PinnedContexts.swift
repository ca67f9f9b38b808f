package import Foundation

/// Contexts that an administrator allows besides the known ones, each with the SHA-256 of its bytes.
///
/// They are fetched once and kept in a folder; from then on the network, and whoever owns the address, has no say.
package struct PinnedContexts: Sendable {
    package enum Problem: Error, Equatable, CustomStringConvertible {
        /// Not 64 hexadecimal digits.
        case invalidHash(Text)
        case wrongContent(Text)
        case notJSON(Text, JSONError)
        case notFetched(Text, reason: String)
        case notStored(Text, reason: String)

        package var description: String {
            switch self {
            case .invalidHash(let url): "The pin of the context \(url) is not a SHA-256 in hexadecimal digits."
            case .wrongContent(let url): "The context \(url) is not the one that was allowed: its SHA-256 differs."
            case .notJSON(let url, let error): "The context \(url) is not JSON: \(error)"
            case .notFetched(let url, let reason): "The context \(url) could not be fetched: \(reason)"
            case .notStored(let url, let reason): "The context \(url) could not be stored: \(reason)"
            }
        }
    }

    /// SHA-256 in lower-case hexadecimal digits, by address.
    private let pins: [Text: Text]
    private let folder: URL

    /// - Parameter folder: holds a file `<sha256>.json` for every context that was fetched.
    package init(_ pins: [Text: Text], folder: URL) throws(Problem) {
        for (url, hash) in pins where hash.count != 64 || !hash.utf8.allSatisfy(\.isLowercaseHexDigit) {
            throw .invalidHash(url)
        }
        self.pins = pins
        self.folder = folder
    }

    /// Returns `known` with every pinned context, fetching those that are not in the folder yet.
    package func load(
        addingTo known: KnownContexts,
        fetcher: some DocumentFetcher
    ) async throws(Problem) -> KnownContexts {
        var documents: [Text: JSON] = [:]
        for (url, hash) in pins {
            let file = folder.appending(path: "\(hash).json")
            let bytes: [UInt8]
            if let stored = try? Data(contentsOf: file) {
                bytes = try checked(Array(stored), hash, url)
            } else {
                bytes = try checked(try await fetch(url, fetcher), hash, url)
                do { try Data(bytes).write(to: file, options: .atomic) } catch {
                    throw .notStored(url, reason: String(describing: error))
                }
            }
            do throws(JSONError) { documents[url] = try JSONReader.read(bytes) } catch { throw .notJSON(url, error) }
        }
        return known.adding(documents)
    }

    private func fetch(_ url: Text, _ fetcher: some DocumentFetcher) async throws(Problem) -> [UInt8] {
        do { return try await fetcher.fetch(url) } catch {
            throw .notFetched(url, reason: String(describing: error))
        }
    }

    private func checked(_ bytes: [UInt8], _ hash: Text, _ url: Text) throws(Problem) -> [UInt8] {
        guard HashAlgorithm.sha256.hexDigest(of: bytes) == hash else { throw .wrongContent(url) }
        return bytes
    }
}

extension UInt8 {
    fileprivate var isLowercaseHexDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
