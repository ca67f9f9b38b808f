/// A key, and who stands behind it (Controlled Identifiers §2.2).
package struct VerificationMethod: Sendable, Equatable {
    package let id: Text
    package let key: PublicKey
    /// Who controls the key, as far as the controller's own document says so; otherwise why that is not known.
    package let controller: Result<Text, KeyProblem>
}
