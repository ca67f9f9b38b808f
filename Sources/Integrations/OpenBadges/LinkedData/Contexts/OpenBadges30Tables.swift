/// Open Badges 3.0 as it was first published; badges that were signed then still name these contexts.
extension ContextTable {
    /// What `context-3.0.1.json` defines.
    static let openBadges301 = """
        | id type
        xsd                       https://www.w3.org/2001/XMLSchema#
        OpenBadgeCredential       ob:
        Achievement               ob:
            |
            achievementType       ob:              xsd:string
            alignment             ob:              @set
            creator               ob:
            creditsAvailable      ob:              xsd:float
            criteria              ob:Criteria      @id
            fieldOfStudy          ob:              xsd:string
            humanCode             ob:              xsd:string
            image                 ob:Image         @id
            otherIdentifier       ob:              @set
            related               ob:              @set
            resultDescription     ob:              @set
            specialization        ob:              xsd:string
            tag                   schema:keywords  xsd:string @set
            version               ob:              xsd:string
        AchievementCredential     ob:OpenBadgeCredential
        AchievementSubject        ob:
            |
            achievement           ob:achievement-0
            activityEndDate       ob:              xsd:date
            activityStartDate     ob:              xsd:date
            creditsEarned         ob:              xsd:float
            identifier            ob:              @set
            image                 ob:Image         @id
            licenseNumber         ob:              xsd:string
            result                ob:              @set
            role                  ob:              xsd:string
            source                ob:              @id
            term                  ob:              xsd:string
        Address                   ob:
            |
            addressCountry        schema:          xsd:string
            addressCountryCode    ob:CountryCode   xsd:string
            addressLocality       schema:          xsd:string
            addressRegion         schema:          xsd:string
            geo                   ob:GeoCoordinates
            postOfficeBoxNumber   schema:          xsd:string
            postalCode            schema:          xsd:string
            streetAddress         schema:          xsd:string
        Alignment                 schema:AlignmentObject
            |
            targetCode            ob:              xsd:string
            targetDescription     schema:          xsd:string
            targetFramework       schema:          xsd:string
            targetName            schema:          xsd:string
            targetType            ob:              xsd:string
            targetUrl             schema:          xsd:anyURI
        Criteria                  ob:
        EndorsementCredential     ob:
        EndorsementSubject        ob:
            |
            endorsementComment    ob:              xsd:string
        Evidence                  ob:
            |
            audience              schema:          xsd:string
            genre                 schema:          xsd:string
        GeoCoordinates            ob:
            |
            latitude              schema:          xsd:string
            longitude             schema:          xsd:string
        IdentifierEntry           ob:
            |
            identifier            ob:              xsd:string
            identifierType        ob:              xsd:string
        IdentityObject            ob:
            |
            hashed                ob:              xsd:boolean
            identityHash          ob:              xsd:string
            identityType          ob:              xsd:string
            salt                  ob:              xsd:string
        Image                     ob:
            |
            caption               schema:          xsd:string
        Profile                   ob:
            |
            additionalName        schema:          xsd:string
            address               ob:              @id
            dateOfBirth           ob:              xsd:date
            email                 schema:          xsd:string
            familyName            schema:          xsd:string
            familyNamePrefix      ob:              xsd:string
            givenName             schema:          xsd:string
            honorificPrefix       schema:          xsd:string
            honorificSuffix       schema:          xsd:string
            image                 ob:Image         @id
            otherIdentifier       ob:              @set
            parentOrg             ob:              @id
            patronymicName        ob:              xsd:string
            phone                 ob:              xsd:string
            official              ob:              xsd:string
        Related                   ob:
            |
            version               ob:              xsd:string
        Result                    ob:
            |
            achievedLevel         ob:              xsd:anyURI
            resultDescription     ob:              xsd:anyURI
            status                ob:              xsd:string
            value                 schema:          xsd:string
        ResultDescription         ob:
            |
            allowedValue          ob:              xsd:string @set
            requiredLevel         ob:              xsd:anyURI
            requiredValue         ob:              xsd:string
            resultType            ob:              xsd:string
            rubricCriterionLevel  ob:              @set
            valueMax              ob:              xsd:string
            valueMin              ob:              xsd:string
        RubricCriterionLevel      ob:
            |
            level                 ob:              xsd:string
            points                ob:              xsd:string
        alignment                 ob:              @set
        awardedDate               ob:              xsd:dateTime
        description               schema:          xsd:string
        endorsement               ob:              @set
        image                     ob:              @id
        name                      schema:          xsd:string
        narrative                 ob:              xsd:string
        url                       schema:          xsd:anyURI
        """

    /// `context.json` and `context/ob_v3p0.jsonld`: what differs from 3.0.1.
    static let openBadges300 = """
        -awardedDate
        Achievement               =
            -image
            alignment             ob:             ob:Alignment @set
            creator               ob:Profile
            otherIdentifier       ob:             ob:IdentifierEntry @set
            related               ob:             ob:Related @set
            resultDescription     ob:             ob:ResultDescription @set
        AchievementSubject        =
            -image
            achievement           ob:Achievement
            identifier            ob:             ob:IdentityObject @set
            result                ob:             ob:Result @set
            source                ob:             ob:Profile
        Alignment                 schema:
        Profile                   =
            -image
            address               ob:Address
            otherIdentifier       ob:             ob:IdentifierEntry @set
            parentOrg             ob:             xsd:string
            phone                 ob:PhoneNumber  xsd:string
        ResultDescription         =
            rubricCriterionLevel  ob:             ob:RubricCriterionLevel @set
        alignment                 ob:             ob:Alignment @set
        endorsement               ob:             ob:EndorsementCredential @set
        image                     ob:             ob:Image
        """
}
