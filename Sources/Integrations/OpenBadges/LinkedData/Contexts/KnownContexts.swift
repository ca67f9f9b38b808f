/// The contexts that badges use, without a network: what each address would answer.
///
/// The tables are ours and hold facts only; tests prove that they mean what the published files mean. What is not
/// listed here does not exist, unless an administrator adds it with ``PinnedContexts``.
package struct KnownContexts: DocumentLoader {
    /// All contexts of Open Badges 2.0 and 3.0, Verifiable Credentials, status lists, proofs and keys.
    package static let badges = KnownContexts(documents: tables.mapValues { ["@context": $0] })

    private let documents: [Text: JSON]

    package func document(at url: Text) -> JSON? { documents[url] }

    package var addresses: [Text] { documents.keys.sorted() }

    /// The same and some more; an address that is known already keeps its meaning.
    func adding(_ others: [Text: JSON]) -> KnownContexts {
        KnownContexts(documents: documents.merging(others) { known, _ in known })
    }

    private static let tables: [Text: JSON] = {
        let openBadges303 = ContextTable.context(ContextTable.openBadges303)
        let openBadges301 = ContextTable.context(ContextTable.openBadges301)
        let openBadges300 = ContextTable.context(ContextTable.openBadges300, changing: openBadges301)
        let dataIntegrity2 = ContextTable.context(ContextTable.dataIntegrity2)
        var tables: [Text: JSON] = [
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": openBadges303,
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json":
                ContextTable.context(ContextTable.openBadges302, changing: openBadges303),
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": openBadges301,
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json": openBadges300,
            "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld": openBadges300,
            "https://w3id.org/security/data-integrity/v2": dataIntegrity2,
            "https://w3id.org/security/data-integrity/v1":
                ContextTable.context(ContextTable.dataIntegrity1, changing: dataIntegrity2),
        ]
        for (address, table) in independentTables { tables[address] = ContextTable.context(table) }
        for (name, table) in extensionTables {
            tables["https://w3id.org/openbadges/extensions/" + name + "/context.json"] = ContextTable.context(table)
        }
        return tables
    }()

    private static let independentTables: KeyValuePairs<Text, String> = [
        "https://www.w3.org/2018/credentials/v1": ContextTable.credentials1,
        "https://www.w3.org/ns/credentials/v2": ContextTable.credentials2,
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": ContextTable.openBadgesExtensions,
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": ContextTable.comprehensiveLearnerRecord,
        "https://w3id.org/openbadges/v2": ContextTable.openBadges2,
        "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld": ContextTable.badgeConnect,
        "https://w3id.org/security/multikey/v1": ContextTable.multikey,
        "https://w3id.org/security/jwk/v1": ContextTable.jsonWebKey,
        "https://w3id.org/security/suites/ed25519-2018/v1": ContextTable.ed25519Signature2018,
        "https://w3id.org/security/suites/ed25519-2020/v1": ContextTable.ed25519Signature2020,
        "https://w3id.org/security/suites/jws-2020/v1": ContextTable.jsonWebSignature2020,
        "https://www.w3.org/ns/did/v1": ContextTable.decentralizedIdentifiers,
        "https://www.w3.org/ns/credentials/status/v1": ContextTable.bitstringStatusList,
        "https://w3id.org/vc/status-list/2021/v1": ContextTable.statusList2021,
    ]

    private static let extensionTables: KeyValuePairs<Text, String> = [
        "accessibilityExtension": ContextTable.accessibilityExtension,
        "applyLinkExtension": ContextTable.applyLinkExtension,
        "assessmentExtension": ContextTable.assessmentExtension,
        "endorsement": ContextTable.endorsementExtension,
        "exampleExtension": ContextTable.exampleExtension,
        "extraDescription": ContextTable.extraDescriptionExtension,
        "geoCoordinatesExtension": ContextTable.geoCoordinatesExtension,
        "issuerAccreditationExtension": ContextTable.issuerAccreditationExtension,
        "licenseExtension": ContextTable.licenseExtension,
        "originalCreatorExtension": ContextTable.originalCreatorExtension,
        "recipientProfile": ContextTable.recipientProfileExtension,
    ]
}
