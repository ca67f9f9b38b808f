/// Proofs and keys.
extension ContextTable {
    /// What `https://w3id.org/security/data-integrity/v2` defines.
    static let dataIntegrity2 = """
        proof                   sec:            @id @graph
        DataIntegrityProof      sec:
            challenge           sec:
            created             dc:             xsd:dateTime
            domain              sec:
            expires             sec:expiration  xsd:dateTime
            nonce               sec:
            previousProof       sec:            @id
            proofPurpose        sec:            @vocab &proofPurposes
            cryptosuite         sec:            sec:cryptosuiteString
            proofValue          sec:            sec:multibase
            verificationMethod  sec:            @id
        """

    /// `https://w3id.org/security/data-integrity/v1`: what differs from the second version.
    static let dataIntegrity1 = """
        DataIntegrityProof  =
            -previousProof
            cryptosuite     sec:
        """

    /// What `https://w3id.org/security/multikey/v1` defines.
    static let multikey = """
        Multikey                sec:
            controller          sec:            @id
            revoked             sec:            xsd:dateTime
            expires             sec:expiration  xsd:dateTime
            publicKeyMultibase  sec:            sec:multibase
            secretKeyMultibase  sec:            sec:multibase
        """

    /// What `https://w3id.org/security/jwk/v1` defines.
    static let jsonWebKey = """
        JsonWebKey        sec:
            controller    sec:            @id
            revoked       sec:            xsd:dateTime
            expires       sec:expiration  xsd:dateTime
            publicKeyJwk  sec:            @json
            secretKeyJwk  sec:            @json
        """

    /// What `https://w3id.org/security/suites/ed25519-2020/v1` defines.
    static let ed25519Signature2020 = """
        proof                       sec:            @id @graph
        Ed25519VerificationKey2020  sec:
            controller              sec:            @id
            revoked                 sec:            xsd:dateTime
            publicKeyMultibase      sec:            sec:multibase
        Ed25519Signature2020        sec:
            challenge               sec:
            created                 dc:             xsd:dateTime
            domain                  sec:
            expires                 sec:expiration  xsd:dateTime
            nonce                   sec:
            proofPurpose            sec:            @vocab &proofPurposes
            proofValue              sec:            sec:multibase
            verificationMethod      sec:            @id
        """

    /// What `https://w3id.org/security/suites/ed25519-2018/v1` defines.
    static let ed25519Signature2018 = """
        proof                       sec:            @id @graph
        Ed25519VerificationKey2018  sec:
            controller              sec:            @id
            revoked                 sec:            xsd:dateTime
            publicKeyBase58         sec:
        Ed25519Signature2018        sec:
            challenge               sec:
            created                 dc:             xsd:dateTime
            domain                  sec:
            expires                 sec:expiration  xsd:dateTime
            nonce                   sec:
            proofPurpose            sec:            @vocab &proofPurposes
            jws                     sec:
            verificationMethod      sec:            @id
        """

    /// What `https://w3id.org/security/suites/jws-2020/v1` defines.
    static let jsonWebSignature2020 = """
        |
        privateKeyJwk           sec:            @json
        JsonWebKey2020          sec:
            publicKeyJwk        sec:            @json
        JsonWebSignature2020    sec:
            challenge           sec:
            created             dc:             xsd:dateTime
            domain              sec:
            expires             sec:expiration  xsd:dateTime
            jws                 sec:
            nonce               sec:
            proofPurpose        sec:            @vocab &proofPurposes
            verificationMethod  sec:            @id
        """

    /// What `https://www.w3.org/ns/did/v1` defines.
    static let decentralizedIdentifiers = """
        alsoKnownAs           as:                             @id
        assertionMethod       sec:                            @id @set
        authentication        sec:authenticationMethod        @id @set
        capabilityDelegation  sec:capabilityDelegationMethod  @id @set
        capabilityInvocation  sec:capabilityInvocationMethod  @id @set
        controller            sec:                            @id
        keyAgreement          sec:keyAgreementMethod          @id @set
        service               did:                            @id
            serviceEndpoint   did:                            @id
        verificationMethod    sec:                            @id
        """
}
