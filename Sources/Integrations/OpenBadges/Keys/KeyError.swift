package import Core

/// What can be wrong with keys; for those who run the portal.
package enum KeyError: PortalError {
    /// The master key's file, and what is wrong with it.
    case masterKey(String, String)
    /// The keys in the database were sealed under another master key.
    case otherMasterKey
    case cannotSign(String)
    case noKey(Issuer.ID)

    package var kind: ErrorKind { .unavailable }

    package var message: String {
        switch self {
        case .masterKey(let path, let reason):
            "The master key \(path) cannot be used: \(reason). Put back the file from your backup."
        case .otherMasterKey:
            "The signing keys in this database were sealed with another master key. "
                + "Put back the master key file that belongs to it (LAUREL_MASTER_KEY_FILE)."
        case .cannotSign(let reason): "Nothing can be signed: \(reason)."
        case .noKey(let issuer): "The issuer \(issuer) has no signing key yet. Start the portal again to make one."
        }
    }
}
