/// What is signed, and the steps towards it: transformation, proof configuration and hashing
/// (vc-di-eddsa §3.3.3 to §3.3.5, vc-di-ecdsa §3.2.3 to §3.2.5).
package struct HashData: Sendable {
    package let canonicalDocument: [UInt8]
    package let canonicalProof: [UInt8]
    package let documentHash: [UInt8]
    package let proofHash: [UInt8]

    /// The hash of the proof configuration, then that of the document.
    package var bytes: [UInt8] { proofHash + documentHash }
}
