/// What the provider must know of the portal (SAML Metadata §2.4.4), for its administrator to read in.
struct PortalMetadata {
    let settings: SAMLSettings

    var text: String {
        let keys = settings.keyPair.map { pair in ["signing", "encryption"].map { key(pair.certificate, $0) } } ?? []
        let logout = [Identifier.redirectBinding, Identifier.postBinding].map { binding in
            XMLText("md:SingleLogoutService", ["Binding": binding, "Location": settings.places.slo])
        }
        let formats = settings.nameIDFormat.map { [XMLText("md:NameIDFormat", text: $0)] } ?? []
        let consumer = XMLText(
            "md:AssertionConsumerService",
            ["Binding": Identifier.postBinding, "Location": settings.places.acs, "index": "0", "isDefault": "true"]
        )
        let role = XMLText(
            "md:SPSSODescriptor",
            [
                "AuthnRequestsSigned": settings.keyPair == nil ? "false" : "true",
                "WantAssertionsSigned": settings.demandsSignedAssertion ? "true" : "false",
                "protocolSupportEnumeration": Identifier.protocolNamespace,
            ],
            keys + (settings.keyPair == nil ? [] : logout) + formats + [consumer]
        )
        let entity = XMLText(
            "md:EntityDescriptor",
            ["xmlns:md": "urn:oasis:names:tc:SAML:2.0:metadata", "entityID": settings.entityID],
            [role]
        )
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(entity.text)\n"
    }

    private func key(_ certificate: Certificate, _ use: String) -> XMLText {
        let data = XMLText("ds:X509Data", [:], [XMLText("ds:X509Certificate", text: certificate.base64)])
        let info = XMLText("ds:KeyInfo", ["xmlns:ds": "http://www.w3.org/2000/09/xmldsig#"], [data])
        return XMLText("md:KeyDescriptor", ["use": use], [info])
    }
}
