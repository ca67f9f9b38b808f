/// How a document becomes the bytes that are signed.
package enum Cryptosuite: String, Sendable {
    /// vc-di-eddsa §3.3; the only one that Open Badges 3.0 asks of issuers.
    case eddsaRDFC2022 = "eddsa-rdfc-2022"
    /// vc-di-eddsa §3.4.
    case eddsaJCS2022 = "eddsa-jcs-2022"
    /// vc-di-ecdsa §3.2.
    case ecdsaRDFC2019 = "ecdsa-rdfc-2019"
    /// The form of VC 1.1 (vc-di-eddsa, appendix A): a proof type of its own, the same mathematics.
    case ed25519Signature2020 = "Ed25519Signature2020"

    /// Names that the first suite had before it was finished, and that published badges have.
    private static let oldNames: Set<Text> = ["eddsa-2022", "eddsa-rdf-2022"]

    /// nil for a proof of another kind.
    init?(proof: JSON) {
        switch (proof["type"]?.text, proof["cryptosuite"]?.text) {
        case ("Ed25519Signature2020", nil): self = .ed25519Signature2020
        case ("DataIntegrityProof", let name?) where Self.oldNames.contains(name): self = .eddsaRDFC2022
        case ("DataIntegrityProof", let name?):
            guard let suite = Self(rawValue: name.string), suite != .ed25519Signature2020 else { return nil }
            self = suite
        default: return nil
        }
    }

    /// The suite canonicalises JSON instead of RDF.
    var signsJSON: Bool { self == .eddsaJCS2022 }

    /// The hash that goes with a key; nil if the suite has no use for such a key.
    func hash(for key: PublicKey) -> HashAlgorithm? {
        switch (self, key) {
        case (.ecdsaRDFC2019, .p256): .sha256
        case (.ecdsaRDFC2019, .p384): .sha384
        case (.ecdsaRDFC2019, .ed25519): nil
        case (_, .ed25519): .sha256
        case (_, .p256), (_, .p384): nil
        }
    }
}
