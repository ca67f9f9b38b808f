/// Why a proof is not valid: one sentence for whoever looks at a badge.
package enum ProofProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The value of this member is missing or not what it should be.
    case malformed(Text)
    case unsupportedSuite(Text)
    case wrongPurpose(Text)
    case expired(Text)
    case createdInFuture(Text)
    /// A context that nobody here knows, or a definition in the middle of the document.
    case unknownContext(Text)
    case contextMismatch
    case missingPreviousProof(Text)
    /// The signature cannot cover what has no place in the RDF.
    case unsigned(Dropped)
    case jsonLD(JSONLDError)
    case canonicalization(CanonicalizationError)
    case json(JSONError)
    case key(KeyProblem)
    case keyDoesNotFit
    case signatureMismatch

    package var description: String {
        switch self {
        case .malformed(let member): "The member “\(member)” of the proof is missing or malformed."
        case .unsupportedSuite(let name): "Proofs of the kind “\(name)” are not supported."
        case .wrongPurpose(let purpose): "The proof was made for another purpose: “\(purpose)”."
        case .expired(let date): "The proof, or its key, expired on \(date)."
        case .createdInFuture(let date): "The proof says it was made in the future: \(date)."
        case .unknownContext(let context): "The context “\(context)” is not one of those that are accepted."
        case .contextMismatch: "The contexts of the proof are not those of the document."
        case .missingPreviousProof(let id): "The proof builds on “\(id)”, which is not there."
        case .unsigned(let dropped): "The signature does not cover everything: \(dropped)"
        case .jsonLD(let error): error.description
        case .canonicalization(let error): error.description
        case .json(let error): error.description
        case .key(let problem): problem.description
        case .keyDoesNotFit: "The key is of another kind than the proof."
        case .signatureMismatch: "The document or the proof was changed after signing, or another key signed it."
        }
    }
}
