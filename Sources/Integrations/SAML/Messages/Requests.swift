import Core
import Crypto
import Foundation

extension Outgoing {
    /// Asks the provider to find out who somebody is (SAML Core §3.4.1).
    static func authentication(_ handle: String, _ settings: SAMLSettings) -> Outgoing {
        Outgoing(
            name: "samlp:AuthnRequest",
            field: "SAMLRequest",
            id: id("sign-in", handle),
            attributes: [
                "ProtocolBinding": Identifier.postBinding, "AssertionConsumerServiceURL": settings.places.acs,
            ],
            parts: [XMLText("samlp:NameIDPolicy", ["Format": settings.nameIDFormat, "AllowCreate": "true"])]
        )
    }

    /// Asks the provider to end a stay there (SAML Core §3.7.1).
    static func signOut(_ name: NameID, _ sessionIndex: String?, state: String, at date: Date) -> Outgoing {
        let nameID = XMLText(
            "saml:NameID",
            ["NameQualifier": name.nameQualifier, "SPNameQualifier": name.spNameQualifier, "Format": name.format],
            text: name.value
        )
        return Outgoing(
            name: "samlp:LogoutRequest",
            field: "SAMLRequest",
            id: id("sign-out", state),
            attributes: ["NotOnOrAfter": time(date + ResponseCheck.longestAge)],
            parts: [nameID] + (sessionIndex.map { [XMLText("samlp:SessionIndex", text: $0)] } ?? [])
        )
    }

    /// Says that stays here ended (SAML Core §3.7.2).
    static func signedOut(_ request: String) -> Outgoing {
        Outgoing(
            name: "samlp:LogoutResponse",
            field: "SAMLResponse",
            id: id("signed-out", request),
            attributes: ["InResponseTo": request],
            parts: [XMLText("samlp:Status", [:], [XMLText("samlp:StatusCode", ["Value": Identifier.success])])]
        )
    }

    /// The identifier of a request is derived from the handle that comes back, so that nothing else need be kept.
    static func id(_ purpose: String, _ handle: String) -> String {
        "_\(SHA256.hash(data: Data("\(purpose)\u{0}\(handle)".utf8)).hexadecimal)"
    }
}
