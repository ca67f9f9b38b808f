package import Core

extension V3 {
    /// The DID document of the issuer (W3C DID 1.0): every key it ever had, so that old proofs stay valid.
    ///
    /// Each key stands there twice: under the DID, as the method asks, and under its own address, to which the `kid`
    /// of a token leads.
    package func didDocument(of issuer: Issuer.ID, keys: [SigningKey]) throws -> JSON {
        let did = places.did(of: issuer)
        var methods: [JSON] = []
        var names: [JSON] = []
        for key in keys {
            let published = PublicKey(key: key, places: places)
            for id in [places.verificationMethod(key), places.key(key.id)] {
                methods.append(try published.verificationMethod(id, of: did))
                names.append(.text(id))
            }
        }
        return .object([
            "@context": [
                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
                "https://w3id.org/security/jwk/v1",
            ],
            "id": .text(did), "alsoKnownAs": [.text(places.v3Issuer(issuer)), .text(places.v2Issuer(issuer))],
            "verificationMethod": .list(methods), "assertionMethod": .list(names),
        ])
    }
}
