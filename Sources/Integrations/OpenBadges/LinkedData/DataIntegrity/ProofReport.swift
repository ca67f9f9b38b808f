/// What was found out about one proof of a document: two answers, because they are two questions.
package struct ProofReport: Sendable, Equatable {
    package let suite: Cryptosuite?
    package let verificationMethod: Text?
    /// Whether this key signed exactly this document.
    package let signature: Signature
    /// Whether this key belongs to the issuer that the document names.
    package let issuer: IssuerBinding

    package enum Signature: Sendable, Equatable {
        case valid
        case invalid(ProofProblem)
    }

    package enum IssuerBinding: Sendable, Equatable {
        case bound
        /// The document names no issuer.
        case noIssuer
        /// The key belongs to somebody else.
        case otherController(Text)
        /// Nobody confirmed whose key it is.
        case unconfirmed(KeyProblem)
        /// There is no key.
        case unknown
    }

    package var isSignedByIssuer: Bool { signature == .valid && issuer == .bound }
}
