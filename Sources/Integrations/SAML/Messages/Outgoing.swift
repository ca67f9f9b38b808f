import Core
import Foundation

/// A message of the portal, before it has a binding.
struct Outgoing {
    /// With its prefix: `samlp:AuthnRequest`.
    var name: String
    /// `SAMLRequest` or `SAMLResponse`.
    var field: String
    var id: String
    var attributes: KeyValuePairs<String, String?>
    /// What follows the issuer.
    var parts: [XMLText]

    private func text(_ settings: SAMLSettings, at date: Date, to place: String, signature: [XMLText]) -> String {
        let names: KeyValuePairs<String, String?> = [
            "xmlns:samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
            "xmlns:saml": "urn:oasis:names:tc:SAML:2.0:assertion",
            "ID": id, "Version": "2.0", "IssueInstant": Self.time(date), "Destination": place,
        ]
        let issuer = XMLText("saml:Issuer", text: settings.entityID)
        return XMLText(name, joining: [names, attributes], [issuer] + signature + parts).text
    }

    /// Signs the message, where the portal has a key, and gives it a binding: HTTP-Redirect if the provider takes that.
    func departure(
        _ settings: SAMLSettings,
        to places: [ProviderMetadata.Binding: String],
        at date: Date,
        relayState: String?
    ) throws(SignInRefusal) -> Departure {
        let key = try settings.keyPair?.privateKey()
        if let place = places[.redirect] {
            let text = text(settings, at: date, to: place, signature: [])
            return .redirect(try RedirectBinding.address(place, field, text, relayState: relayState, key: key))
        }
        guard let place = places[.post] else { throw .misconfigured("the provider has no address for this") }
        let template = key == nil ? [] : [SignatureTemplate(id: id).text]
        var bytes = Array(text(settings, at: date, to: place, signature: template).utf8)
        if let key { bytes = try Self.signed(bytes, id, key) }
        return PostBinding.form(place, field, bytes, relayState: relayState)
    }

    private static func signed(_ bytes: [UInt8], _ id: String, _ key: String) throws(SignInRefusal) -> [UInt8] {
        do throws(XMLDocument.Problem) {
            let document = try XMLDocument(bytes)
            try document.sign(id, key: key)
            return document.serialised
        } catch {
            throw .misconfigured("the portal's key is no RSA key in PEM")
        }
    }

    static func time(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}

/// A signature that is yet to be made: enveloped, exclusive canonicalization, RSA-SHA256.
struct SignatureTemplate {
    let id: String

    var text: XMLText {
        let canonicalization = Identifier.exclusiveCanonicalization
        let transforms = [Identifier.enveloped, canonicalization].map { XMLText("ds:Transform", ["Algorithm": $0]) }
        let reference = XMLText(
            "ds:Reference",
            ["URI": "#\(id)"],
            [
                XMLText("ds:Transforms", [:], transforms),
                XMLText("ds:DigestMethod", ["Algorithm": "http://www.w3.org/2001/04/xmlenc#sha256"]),
                XMLText("ds:DigestValue"),
            ]
        )
        let info = XMLText(
            "ds:SignedInfo",
            [:],
            [
                XMLText("ds:CanonicalizationMethod", ["Algorithm": canonicalization]),
                XMLText("ds:SignatureMethod", ["Algorithm": RedirectBinding.algorithm]), reference,
            ]
        )
        let names: KeyValuePairs<String, String?> = ["xmlns:ds": "http://www.w3.org/2000/09/xmldsig#"]
        return XMLText("ds:Signature", names, [info, XMLText("ds:SignatureValue")])
    }
}
