/// Open Badges 3.0 as it is published now, its version before, and what 1EdTech adds.
extension ContextTable {
    /// What `context-3.0.3.json` defines.
    static let openBadges303 = """
        OpenBadgeCredential       ob:
        Achievement               ob:
            achievementType       ob:
            alignment             ob:              @set
            creator               ob:
            creditsAvailable      ob:              xsds:float
            criteria              ob:Criteria      @id
            fieldOfStudy          ob:
            humanCode             ob:
            image                 ob:              @id
            otherIdentifier       ob:              @set
            related               ob:              @set
            resultDescription     ob:              @set
            specialization        ob:
            tag                   schema:keywords  @set
            version               ob:
            inLanguage            schema:
        AchievementCredential     ob:OpenBadgeCredential
        AchievementSubject        ob:
            achievement           ob:
            activityEndDate       ob:              xsds:date
            activityStartDate     ob:              xsds:date
            creditsEarned         ob:              xsds:float
            identifier            ob:              @set
            image                 ob:              @id
            licenseNumber         ob:
            result                ob:              @set
            role                  ob:
            source                ob:              @id
            term                  ob:
        Address                   ob:
            addressCountry        schema:
            addressCountryCode    ob:CountryCode
            addressLocality       schema:
            addressRegion         schema:
            geo                   ob:GeoCoordinates
            postOfficeBoxNumber   schema:
            postalCode            schema:
            streetAddress         schema:
        Alignment                 schema:AlignmentObject
            targetCode            ob:
            targetDescription     schema:
            targetFramework       schema:
            targetName            schema:
            targetType            ob:
            targetUrl             schema:          xsds:anyURI
        Criteria                  ob:
        EndorsementCredential     ob:
        EndorsementSubject        ob:
            endorsementComment    ob:
        Evidence                  ob:
            audience              schema:
            genre                 schema:
        GeoCoordinates            ob:
            latitude              schema:
            longitude             schema:
        IdentifierEntry           ob:
            identifier            ob:
            identifierType        ob:
        IdentityObject            ob:
            hashed                ob:              xsds:boolean
            identityHash          ob:
            identityType          ob:
            salt                  ob:
        Image                     ob:
            caption               schema:
        Profile                   ob:
            additionalName        schema:
            address               ob:              @id
            dateOfBirth           ob:              xsds:date
            email                 schema:
            familyName            schema:
            familyNamePrefix      ob:
            givenName             schema:
            honorificPrefix       schema:
            honorificSuffix       schema:
            image                 ob:              @id
            otherIdentifier       ob:              @set
            parentOrg             ob:              @id
            patronymicName        ob:
            phone                 ob:
            official              ob:
        Related                   ob:
            version               ob:
            inLanguage            schema:
        Result                    ob:
            achievedLevel         ob:              xsds:anyURI
            resultDescription     ob:              xsds:anyURI
            status                ob:
            value                 schema:
        ResultDescription         ob:
            allowedValue          ob:              @list
            requiredLevel         ob:              xsds:anyURI
            requiredValue         ob:
            resultType            ob:
            rubricCriterionLevel  ob:              @set
            valueMax              ob:
            valueMin              ob:
        RubricCriterionLevel      ob:
            level                 ob:
            points                ob:
        alignment                 ob:              @set
        description               schema:
        endorsement               ob:              @set
        endorsementJwt            ob:              @set
        image                     ob:              @id
        inLanguage                schema:
        name                      schema:
        narrative                 ob:
        url                       schema:          xsds:anyURI
        awardedDate               ob:              <xsd:dateTime>
        jti                       jwt:             @id
        """

    /// `context-3.0.2.json`: what differs from 3.0.3.
    static let openBadges302 = """
        -endorsementJwt
        -inLanguage
        -awardedDate
        -jti
        Achievement         =
            -inLanguage
            image           ob:Image  @id
        AchievementSubject  =
            achievement     ob:achievement-0
            image           ob:Image  @id
        Profile             =
            image           ob:Image  @id
        Related             =
            -inLanguage
        image               ob:Image  @id
        """

    /// `extensions.json`: the types that a credential needs for schema, refresh and revocation.
    static let openBadgesExtensions = """
        | id type
        1EdTechJsonSchemaValidator2019  vccs:
        1EdTechRevocationList           vcrl:
        1EdTechCredentialRefresh        vccr:
        """

    /// What `https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json` defines.
    static let comprehensiveLearnerRecord = """
        | id type
        ClrCredential             clr:
            | id type
            partial               clr:              <xsd:boolean>
        ClrSubject                clr:
            | id type
            cred                  https://www.w3.org/2018/credentials#
            obi                   https://purl.imsglobal.org/spec/vc/ob/vocab.html#
            achievement           clr:              ob:Achievement @set
            association           clr:              clr:Association @set
            verifiableCredential  clr:              cred:verifiableCredential @set
            identifier            clr:identifier-1  ob:Identifier @set
        Association               clr:
            |
            associationType       clr:AssociationType
            sourceId              clr:              <xsd:anyURI>
            targetId              clr:              <xsd:anyURI>
        """
}
