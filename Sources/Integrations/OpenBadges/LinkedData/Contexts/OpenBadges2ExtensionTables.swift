/// The published extensions of Open Badges 2.0, `https://w3id.org/openbadges/extensions/…/context.json`.
extension ContextTable {
    /// What `accessibilityExtension` defines.
    static let accessibilityExtension = """
        |
        obi                   https://w3id.org/openbadges#
        extensions            https://w3id.org/openbadges/extensions#
        url                   extensions:#accessibility
        accessibilityAPI      schema:
        accessibilityControl  schema:
        accessibilityFeature  schema:
        accessibilityHazard   schema:
        """

    /// What `applyLinkExtension` defines.
    static let applyLinkExtension = """
        |
        obi         https://w3id.org/openbadges#
        extensions  https://w3id.org/openbadges/extensions#
        url         extensions:applyLink
        """

    /// What `assessmentExtension` defines.
    static let assessmentExtension = """
        |
        obi                              https://w3id.org/openbadges#
        extensions                       https://w3id.org/openbadges/extensions#
        schema                           http://schema.org/
        case                             https://purl.imsglobal.org/spec/case/vocab#
        Artifact                         extensions:AssessmentExtensionArtifact
        Exam                             extensions:AssessmentExtensionExam
        ExternalQuestion                 extensions:AssessmentExtensionExternalQuestion
        FileQuestion                     extensions:AssessmentExtensionFileQuestion
        Performance                      extensions:AssessmentExtensionPerformance
        TextQuestion                     extensions:AssessmentExtensionTextQuestion
        assessmentEvaluation             extensions:
        assessmentExample                extensions:
        assessmentOutput                 extensions:
        assessments                      extensions:
        caseUri                          case:uri
        category                         case:
        characterLimit                   extensions:assessmentCharacterLimit
        criterionLevels                  case:CFRubricCriterionLevels
        description                      case:
        evaluationMethod                 extensions:assessmentEvaluationMethod
        hasGroupEvaluation               extensions:assessmentHasGroupEvaluation
        hasGroupParticipation            extensions:assessmentHasGroupParticipation
        identifier                       case:
        lastChangeDateTime               case:
        position                         case:
        quality                          case:
        questions                        extensions:assessmentQuestions
        required                         extensions:assessmentRequired
        rubricCriteria                   case:CFRubricCriteria
        rubricId                         case:
        rubrics                          case:
        sections                         extensions:assessmentSections
        score                            case:
        scoringMethodExampleDescription  extensions:assessmentScoringMethodExampleDescription
        text                             schema:
        title                            case:
        weight                           case:
        wordLimit                        extensions:assessmentWordLimit
        """

    /// What `endorsement` defines.
    static let endorsementExtension = """
        |
        obi             https://w3id.org/openbadges#
        endorsement     https://w3id.org/openbadges/extensions#Endorsement
        endorsedObject  <endorsement:/endorsedObject>
        """

    /// What `exampleExtension` defines.
    static let exampleExtension = """
        |
        obi              https://w3id.org/openbadges#
        extensions       https://w3id.org/openbadges/extensions#
        exampleProperty  http-schema:text
        """

    /// What `extraDescription` defines.
    static let extraDescriptionExtension = """
        |
        obi         https://w3id.org/openbadges#
        extensions  https://w3id.org/openbadges/extensions#
        """

    /// What `geoCoordinatesExtension` defines.
    static let geoCoordinatesExtension = """
        |
        obi          https://w3id.org/openbadges#
        schema       http://schema.org/
        extensions   https://w3id.org/openbadges/extensions#
        geo          schema:
        name         schema:
        description  schema:
        latitude     schema:
        longitude    schema:
        """

    /// What `issuerAccreditationExtension` defines.
    static let issuerAccreditationExtension = """
        |
        obi                  https://w3id.org/openbadges#
        extensions           https://w3id.org/openbadges/extensions#
        schema               http://schema.org/
        name                 schema:
        contactInstructions  extensions:accreditationContactInstructions
        email                schema:
        url                  schema:
        address              schema:
        streetAddress        schema:
        addressLocality      schema:
        addressRegion        schema:
        postalCode           schema:
        addressCountry       schema:
        description          schema:
        logo                 schema:
        parentOrganization   schema:
        areaServed           schema:
        accreditationDate    extensions:
        educationalSector    extensions:accreditationEducationalSector
        """

    /// What `licenseExtension` defines.
    static let licenseExtension = """
        |
        obi          https://w3id.org/openbadges#
        extensions   https://w3id.org/openbadges/extensions#
        cc           http://creativecommons.org/ns#
        legalCode    cc:legalcode
        License      cc:
        CC-0         https://creativecommons.org/publicdomain/zero/1.0/
        CC-BY        http://creativecommons.org/licenses/by/4.0/
        CC-BY-SA     http://creativecommons.org/licenses/by-sa/4.0/
        CC-BY-NC     http://creativecommons.org/licenses/by-nc/4.0/
        CC-BY-NC-SA  http://creativecommons.org/licenses/by-nc-sa/4.0/
        CC-BY-ND     http://creativecommons.org/licenses/by-nd/4.0/
        CC-BY-NC-ND  https://creativecommons.org/licenses/by-nc-nd/4.0/
        """

    /// What `originalCreatorExtension` defines.
    static let originalCreatorExtension = """
        |
        obi         https://w3id.org/openbadges#
        extensions  https://w3id.org/openbadges/extensions#
        url         extensions:#originalCreator
        """

    /// What `recipientProfile` defines.
    static let recipientProfileExtension = """
        |
        obi         https://w3id.org/openbadges#
        extensions  https://w3id.org/openbadges/extensions#
        """
}
