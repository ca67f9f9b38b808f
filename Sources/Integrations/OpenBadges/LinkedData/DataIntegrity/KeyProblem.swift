/// Why there is no key for a proof.
package enum KeyProblem: Error, Equatable, Sendable, CustomStringConvertible {
    case unsupportedMethod(Text)
    case malformedIdentifier(Text)
    /// The text is the fetcher's.
    case notFetched(Text, reason: String)
    case malformedDocument(Text)
    case notListed(Text)
    case notAllowed(Text, purpose: Text)
    case unsupportedKey(Text)
    case expired(Text)

    package var description: String {
        switch self {
        case .unsupportedMethod(let id): "Keys of the kind “\(id)” are not supported."
        case .malformedIdentifier(let id): "“\(id)” is not a valid key identifier."
        case .notFetched(let address, let reason): "The key document \(address) could not be fetched: \(reason)"
        case .malformedDocument(let address): "\(address) does not answer with a key document of its own."
        case .notListed(let id): "The key document does not list “\(id)”."
        case .notAllowed(let id, let purpose): "The key “\(id)” is not meant for “\(purpose)”."
        case .unsupportedKey(let id): "The key “\(id)” is of an unknown kind."
        case .expired(let id): "The key “\(id)” has expired or was revoked."
        }
    }
}
