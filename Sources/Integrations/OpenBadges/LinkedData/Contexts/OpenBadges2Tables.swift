/// Open Badges 2.0 and 2.1.
extension ContextTable {
    /// What `https://w3id.org/openbadges/v2` defines.
    static let openBadges2 = """
        | id type
        extensions            https://w3id.org/openbadges/extensions#
        obi                   https://w3id.org/openbadges#
        validation            obi:
        cred                  https://w3id.org/credentials#
        dc                    http://purl.org/dc/terms/
        schema                http://schema.org/
        sec                   https://w3id.org/security#
        xsd                   http://www.w3.org/2001/XMLSchema#
        AlignmentObject       schema:
        CryptographicKey      sec:Key
        Endorsement           cred:Credential
        Assertion             obi:
        BadgeClass            obi:
        Criteria              obi:
        Evidence              obi:
        Extension             obi:
        FrameValidation       obi:
        IdentityObject        obi:
        Image                 obi:
        HostedBadge           obi:
        hosted                obi:HostedBadge
        Issuer                obi:
        Profile               obi:
        RevocationList        obi:
        SignedBadge           obi:
        signed                obi:SignedBadge
        TypeValidation        obi:
        VerificationObject    obi:
        author                schema:          @id
        caption               schema:
        claim                 cred:            @id
        created               dc:              xsd:dateTime
        creator               dc:              @id
        description           schema:
        email                 schema:
        endorsement           cred:credential  @id
        expires               sec:expiration   xsd:dateTime
        genre                 schema:
        image                 schema:          @id
        name                  schema:
        owner                 sec:             @id
        publicKey             sec:             @id
        publicKeyPem          sec:
        related               dc:relation      @id
        startsWith            http://purl.org/dqm-vocabulary/v1/dqm#startsWith
        tags                  schema:keywords
        targetDescription     schema:
        targetFramework       schema:
        targetName            schema:
        targetUrl             schema:
        telephone             schema:
        url                   schema:          @id
        version               schema:
        alignment             obi:             @id
        allowedOrigins        obi:
        audience              obi:
        badge                 obi:             @id
        criteria              obi:             @id
        endorsementComment    obi:
        evidence              obi:             @id
        hashed                obi:             xsd:boolean
        identity              obi:identityHash
        issuedOn              obi:issueDate    xsd:dateTime
        issuer                obi:             @id
        narrative             obi:
        recipient             obi:             @id
        revocationList        obi:             @id
        revocationReason      obi:
        revoked               obi:             xsd:boolean
        revokedAssertions     obi:revoked
        salt                  obi:
        targetCode            obi:
        uid                   obi:
        validatesType         obi:
        validationFrame       obi:
        validationSchema      obi:
        verification          obi:verify       @id
        verificationProperty  obi:
        verify                obi:
        """

    /// What `https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld` defines.
    static let badgeConnect = """
        | id type
        obi                 https://purl.imsglobal.org/spec/ob/vocab#
        xsd                 http://www.w3.org/2001/XMLSchema#
        dtAssertion         obi:
        dtBadgeConnectAPI   obi:
        dtProfile           obi:
        dtStatus            obi:
        dtStatusResponse    obi:
        dtCompactJWS        obi:                   xsd:string
        dtIRI               obi:                   xsd:normalizedString
        dtURL               obi:                   xsd:anyURI
        apiBase             obi:dtURL
        assertion           obi:dtAssertion
        assertions          obi:dtAssertion        @set
        authorizationUrl    obi:dtURL
        badgeConnectAPI     obi:dtBadgeConnectAPI  @set
        error               obi:                   xsd:string
        image               obi:                   xsd:anyURI
        name                obi:                   xsd:string
        privacyPolicyUrl    obi:dtURL
        profile             obi:dtProfile
        registrationUrl     obi:dtURL
        scopesOffered       obi:                   xsd:anyURI @set
        signedAssertion     obi:dtCompactJWS
        signedAssertions    obi:dtCompactJWS       @set
        status              obi:dtStatus
        statusCode          obi:                   xsd:integer
        statusText          obi:StatusTextEnumDType
        termsOfServiceUrl   obi:dtURL
        tokenRevocationUrl  obi:dtURL
        tokenUrl            obi:dtURL
        version             obi:                   xsd:string
        """
}
