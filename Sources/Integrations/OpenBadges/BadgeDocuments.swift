package import Core
package import Foundation

/// Makes every document about badges and awards, and signs what has to be signed.
package struct BadgeDocuments: Sendable {
    let base: String
    let proofs: any ProofStore
    let awards: any AwardStore
    let keyring: Keyring
    let method: StatusMethod
    private let integrity: IntegrityProofs

    /// - Parameter method: where credentials say that their status is found.
    package init(
        base: String,
        proofs: any ProofStore,
        awards: any AwardStore,
        keyring: Keyring,
        method: StatusMethod = .bitstring
    ) {
        self.base = base
        self.proofs = proofs
        self.awards = awards
        self.keyring = keyring
        self.method = method
        integrity = IntegrityProofs(keyring: keyring)
    }

    /// The issuers and keys that documents need, as they are now.
    package func cast() async throws -> Cast {
        let keys = try await keyring.stored()
        return Cast(keys: keys, places: Places(base: base, first: keys.issuers.first?.id), method: method)
    }

    package struct Cast: Sendable {
        package var keys: StoredKeyring
        package var places: Places
        var method: StatusMethod
        package var v2: V2 { V2(places: places) }
        package var v3: V3 { V3(places: places, method: method) }

        /// - Throws: ``KeyError/noKey(_:)``.
        func signer(
            _ algorithm: SigningKey.Algorithm = .rsa2048,
            of issuer: Issuer.ID
        ) throws(KeyError) -> SigningKey {
            guard let key = keys.inUse(algorithm, of: issuer) else { throw .noKey(issuer) }
            return key
        }
    }

    // MARK: Awards

    /// The documents that an award has.
    package enum Form: Hashable, Sendable, CaseIterable {
        /// Open Badges 2.0, hosted: JSON.
        case assertion
        /// Open Badges 2.0, signed: a compact JWS.
        case signedAssertion
        /// Open Badges 3.0: JSON with a Data Integrity proof.
        case credential
        /// Open Badges 3.0: a VC-JWT.
        case token
    }

    package func document(_ form: Form, of award: Award.ID, email: EmailAddress?) async throws -> [UInt8] {
        let held = try await awards.award(award)
        let proof = try await proofs.proof(of: award)
        let cast = try await cast()
        let recipient = Recipient(person: held.award.person, email: email, salt: proof.salt)
        switch form {
        case .assertion:
            if let revoked = held.award.withdrawn { return cast.v2.revoked(award, reason: revoked.statement).bytes }
            return cast.v2.hosted(held, recipient).bytes
        case .signedAssertion:
            let key = try cast.signer(of: held.issuer.id)
            let assertion = cast.v2.signed(held, recipient, key: key.id)
            return Array(try CompactJWS.badge(assertion, with: keyring.pair(key)).utf8)
        case .credential:
            return try integrity.sign(
                cast.v3.credential(held, recipient, proof),
                from: held.award.issuedOn,
                with: cast.signer(.ed25519, of: held.issuer.id),
                cast.places
            )
        case .token: return Array(try token(held, recipient, proof, cast).utf8)
        }
    }

    private func token(_ held: HeldAward, _ recipient: Recipient, _ proof: AwardProof, _ cast: Cast) throws -> String {
        let key = try cast.signer(of: held.issuer.id)
        return try CompactJWS.credential(
            cast.v3.credential(held, recipient, proof),
            claims: CompactJWS.Claims(
                issuer: cast.places.did(of: held.issuer.id),
                id: cast.places.credential(held.award.id),
                subject: recipient.uri,
                notBefore: held.award.issuedOn.numericDate,
                expires: held.award.expires?.numericDate
            ),
            key: cast.places.key(key.id),
            with: keyring.pair(key)
        )
    }

    // MARK: Status

    /// How a status list is signed.
    package enum ListForm: Hashable, Sendable {
        /// A VC-JWT.
        case token
        /// JSON with a Data Integrity proof.
        case credential
    }

    /// The signed status list.
    ///
    /// - Parameter date: when it is made.
    package func statusList(
        _ state: StatusListState,
        _ purpose: StatusPurpose,
        as form: ListForm,
        at date: Date
    ) async throws -> [UInt8] {
        let cast = try await cast()
        let set =
            switch purpose {
            case .revocation: try await proofs.revokedPlaces(in: state.number)
            case .suspension: try await proofs.suspendedPlaces(in: state.number)
            }
        let document = try cast.v3.statusList(state, purpose, StatusList(set: set), at: date)
        switch form {
        case .credential:
            let key = try cast.signer(.ed25519, of: state.issuer)
            return try integrity.sign(document, from: date, with: key, cast.places)
        case .token:
            let address = cast.places.statusList(state.number, purpose)
            let claims = CompactJWS.Claims(
                issuer: cast.places.did(of: state.issuer),
                id: address,
                subject: "\(address)#list",
                notBefore: date.numericDate
            )
            let key = try cast.signer(of: state.issuer)
            let (pair, name) = (try keyring.pair(key), cast.places.key(key.id))
            return Array(try CompactJWS.credential(document, claims: claims, key: name, with: pair).utf8)
        }
    }
}

extension Award {
    /// How documents tell that it does not count, which know revocations only.
    var withdrawn: RevokedAward? {
        if let revocation { return RevokedAward(award: id, reason: revocation.reason) }
        return suspension.map { RevokedAward(award: id, reason: $0.reason, isSuspended: true) }
    }
}
