import Core
import Crypto
import Foundation

/// The tokens that a directory may send; two while it changes from one to the other.
///
/// They are read anew for every request, so that a changed file counts at once.
struct BearerTokens: Sendable {
    /// Shorter ones could be guessed; they count for nothing.
    static let leastLength = 32
    private let secrets: [Secret]

    init(_ secrets: [Secret]) { self.secrets = secrets }

    /// Compares hashes, in constant time, with all tokens.
    func accept(_ token: String) -> Bool {
        let hash = SHA256.hash(data: Data(token.utf8))
        var isOne = false
        for secret in secrets {
            guard let known = Self.revealed(secret), known.utf8.count >= Self.leastLength else { continue }
            if SHA256.hash(data: Data(known.utf8)) == hash { isOne = true }
        }
        return isOne
    }

    private static func revealed(_ secret: Secret) -> String? {
        do throws(SecretError) {
            return try secret.reveal()
        } catch {
            // The other token may still be there: in the middle of a change one of them often is not.
            return nil
        }
    }
}
