import Crypto
import Foundation

/// Seals what belongs to one session, so that nobody opens it without the browser that has the session.
///
/// The key is derived from the token that the browser keeps (HKDF, RFC 5869), of which the database has only a hash.
/// So neither the database nor its backup is enough, nor the master key with them.
package struct SessionSeal: Sendable {
    private let key: SymmetricKey

    /// - Parameter token: the session's own, as it stands in the cookie.
    package init(session token: String) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(token.utf8)),
            info: Data("laurel session seal".utf8),
            outputByteCount: 32
        )
    }

    /// - Parameter provider: whose token it is; it opens under the same name only.
    package func seal(_ token: AccessToken, of provider: ProviderID) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(token.value.utf8), using: key, authenticating: Data(provider.rawValue.utf8))
        return Array(box.nonce) + box.ciphertext + box.tag
    }

    /// - Returns: nil when it was sealed in another session, for another provider, or was changed.
    package func open(_ sealed: [UInt8], of provider: ProviderID) -> AccessToken? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: Data(provider.rawValue.utf8))
        else { return nil }
        return AccessToken(String(decoding: bytes, as: UTF8.self))
    }
}
