package import Core

/// Where a credential says that its status is found (`credentialStatus`).
package enum StatusMethod: String, Sendable, CaseIterable {
    /// One bit, in a Bitstring Status List of revoked awards.
    case bitstring
    /// Two bits, the second one in a list of suspended awards.
    ///
    /// The schema of Open Badges 3.0 has room for one status: such credentials name no `credentialSchema`.
    case bitstringWithSuspension = "bitstring-suspension"
    /// An entry in a list of revoked and suspended awards (Open Badges 3.0, *1EdTechRevocationList*).
    case revocationList = "1edtech"
}

/// What a set bit in a status list means (Bitstring Status List §2.1).
package enum StatusPurpose: String, Sendable, Hashable, CaseIterable {
    case revocation
    case suspension
}

extension V3 {
    func status(_ proof: AwardProof, of issuer: Issuer.ID) -> JSON {
        switch method {
        case .bitstring: entry(.revocation, proof)
        case .bitstringWithSuspension: .array(StatusPurpose.allCases.map { entry($0, proof) })
        case .revocationList: ["id": .text(places.v3Revocations(issuer)), "type": "1EdTechRevocationList"]
        }
    }

    /// The award has the same place in both lists.
    private func entry(_ purpose: StatusPurpose, _ proof: AwardProof) -> JSON {
        let list = places.statusList(proof.list, purpose)
        return [
            "id": .text("\(list)#\(proof.place)"), "type": "BitstringStatusListEntry",
            "statusPurpose": .text(purpose.rawValue), "statusListIndex": .text(String(proof.place)),
            "statusListCredential": .text(list),
        ]
    }

    /// The awards that do not count, with reasons; a document without a proof.
    package func revocationList(of issuer: Issuer.ID, _ revoked: [RevokedAward]) -> JSON {
        .object([
            "id": .text(places.v3Revocations(issuer)), "issuer": .text(places.did(of: issuer)),
            "revokedCredential": .array(
                revoked.map {
                    .object([
                        "id": .text(places.credential($0.award)), "revoked": .truth(true),
                        "revocationReason": .words($0.statement),
                    ])
                }
            ),
        ])
    }
}
