/// The Verifiable Credentials Data Model, 2.0 and 1.1.
extension ContextTable {
    /// What a proof may be for (`proofPurpose` in every proof context since 2020).
    static let proofPurposes = """
        assertionMethod       sec:                            @id @set
        authentication        sec:authenticationMethod        @id @set
        capabilityDelegation  sec:capabilityDelegationMethod  @id @set
        capabilityInvocation  sec:capabilityInvocationMethod  @id @set
        keyAgreement          sec:keyAgreementMethod          @id @set
        """

    /// What `https://www.w3.org/ns/credentials/v2` defines.
    static let credentials2 = """
        description                      schema:
        digestMultibase                  sec:            sec:multibase
        digestSRI                        cred:           cred:sriString
        mediaType                        schema:encodingFormat
        name                             schema:
        VerifiableCredential             cred:
            confidenceMethod             cred:           @id
            credentialSchema             cred:           @id
            credentialStatus             cred:           @id
            credentialSubject            cred:           @id
            description                  schema:
            evidence                     cred:           @id
            issuer                       cred:           @id
            name                         schema:
            proof                        sec:            @id @graph
            refreshService               cred:           @id
            relatedResource              cred:           @id
            renderMethod                 cred:           @id
            termsOfUse                   cred:           @id
            validFrom                    cred:           xsd:dateTime
            validUntil                   cred:           xsd:dateTime
        EnvelopedVerifiableCredential    cred:
        VerifiablePresentation           cred:
            holder                       cred:           @id
            proof                        sec:            @id @graph
            termsOfUse                   cred:           @id
            verifiableCredential         cred:           @id @graph @context:null
        EnvelopedVerifiablePresentation  cred:
        JsonSchemaCredential             cred:
        JsonSchema                       cred:
            jsonSchema                   cred:           @json
        BitstringStatusListCredential    status:
        BitstringStatusList              status:
            encodedList                  status:         sec:multibase
            statusPurpose                status:
            ttl                          status:
        BitstringStatusListEntry         status:
            statusListCredential         status:         @id
            statusListIndex              status:
            statusPurpose                status:
            statusMessage                status:
                message                  status:
                status                   status:
            statusReference              status:         @id
            statusSize                   status:         xsds:integer
        DataIntegrityProof               sec:
            challenge                    sec:
            created                      dc:             xsd:dateTime
            cryptosuite                  sec:            sec:cryptosuiteString
            domain                       sec:
            expires                      sec:expiration  xsd:dateTime
            nonce                        sec:
            previousProof                sec:            @id
            proofPurpose                 sec:            @vocab &proofPurposes
            proofValue                   sec:            sec:multibase
            verificationMethod           sec:            @id
        ...                              jwt:
        _sd                              jwt:            @json
        _sd_alg                          jwt:
        aud                              jwt:            @id
        cnf                              jwt:
            | protected
            kid                          jwt:            @id
            jwk                          jwt:            @json
        exp                              jwt:            xsds:nonNegativeInteger
        iat                              jwt:            xsds:nonNegativeInteger
        iss                              jose:           @id
        jku                              jose:           @id
        kid                              jose:           @id
        nbf                              jwt:            xsds:nonNegativeInteger
        sub                              jose:           @id
        x5u                              jose:           @id
        """

    /// A proof as VC 1.1 knows it.
    static let signature2018 = """
        sec                  https://w3id.org/security#
        xsd                  http://www.w3.org/2001/XMLSchema#
        challenge            sec:
        created              dc:                       xsd:dateTime
        domain               sec:
        expires              sec:expiration            xsd:dateTime
        jws                  sec:
        nonce                sec:
        proofPurpose         sec:                      @vocab
            sec              https://w3id.org/security#
            assertionMethod  sec:                      @id @set
            authentication   sec:authenticationMethod  @id @set
        proofValue           sec:
        verificationMethod   sec:                      @id
        """

    /// What `https://www.w3.org/2018/credentials/v1` defines.
    static let credentials1 = """
        VerifiableCredential              cred:
            cred                          https://www.w3.org/2018/credentials#
            sec                           https://w3id.org/security#
            xsd                           http://www.w3.org/2001/XMLSchema#
            credentialSchema              cred:                     @id
                cred                      https://www.w3.org/2018/credentials#
                JsonSchemaValidator2018   cred:
            credentialStatus              cred:                     @id
            credentialSubject             cred:                     @id
            evidence                      cred:                     @id
            expirationDate                cred:                     xsd:dateTime
            holder                        cred:                     @id
            issued                        cred:                     xsd:dateTime
            issuer                        cred:                     @id
            issuanceDate                  cred:                     xsd:dateTime
            proof                         sec:                      @id @graph
            refreshService                cred:                     @id
                cred                      https://www.w3.org/2018/credentials#
                ManualRefreshService2018  cred:
            termsOfUse                    cred:                     @id
            validFrom                     cred:                     xsd:dateTime
            validUntil                    cred:                     xsd:dateTime
        VerifiablePresentation            cred:
            cred                          https://www.w3.org/2018/credentials#
            sec                           https://w3id.org/security#
            holder                        cred:                     @id
            proof                         sec:                      @id @graph
            verifiableCredential          cred:                     @id @graph
        EcdsaSecp256k1Signature2019       sec:                      &signature2018
        EcdsaSecp256r1Signature2019       sec:                      &signature2018
        Ed25519Signature2018              sec:                      &signature2018
        RsaSignature2018                  sec:
            | protected
            challenge                     <sec:challenge>
            created                       dc:                       <xsd:dateTime>
            domain                        <sec:domain>
            expires                       <sec:expiration>          <xsd:dateTime>
            jws                           <sec:jws>
            nonce                         <sec:nonce>
            proofPurpose                  <sec:proofPurpose>        @vocab
                sec                       https://w3id.org/security#
                assertionMethod           sec:                      @id @set
                authentication            sec:authenticationMethod  @id @set
            proofValue                    <sec:proofValue>
            verificationMethod            <sec:verificationMethod>  @id
        proof                             sec:                      @id @graph
        """
}
