import Foundation

/// What an honest provider answers, with every part to be spoilt.
struct TestResponse: Sendable {
    static let start = Date(timeIntervalSince1970: 1_795_435_200)
    static let issuer = "https://idp.example/saml"
    static let entityID = "https://laurel.example/saml/sso/metadata"
    static let acs = "https://laurel.example/saml/sso/acs"
    static let handle = "handle-of-the-browser-that-began"

    var request: String?
    var now = start
    var destination: String? = acs
    var recipient: String? = acs
    var version = "2.0"
    var assertionVersion = "2.0"
    var responseIssuer = issuer
    var assertionIssuer = issuer
    var status = "urn:oasis:names:tc:SAML:2.0:status:Success"
    var innerStatus = ""
    var responseRequest: String??
    var confirmationRequest: String??
    var method = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    var confirmationEnd: TimeInterval? = 300
    var confirmationStart: TimeInterval?
    var hasConfirmationData = true
    var notBefore: TimeInterval = -30
    var notOnOrAfter: TimeInterval = 300
    var audiences: [[String]] = [[entityID]]
    var condition = ""
    var issued: TimeInterval = 0
    var sessionEnd: TimeInterval? = 3_600
    var sessionIndex = "_session-1"
    var hasAuthentication = true
    /// Canonical content.
    var nameID = "ada-7f3"
    var format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    var attributes: [(String, [String])] = [
        ("mail", ["ada@acme.example"]), ("displayName", ["Ada Lovelace 🏅"]), ("groups", ["staff", "badge-admins"]),
    ]
    var id = "_response-1"
    var assertionID = "_assertion-1"
    var assertionSignature: TestSignature? = TestSignature()
    var responseSignature: TestSignature?

    static func time(_ date: Date) -> String { date.formatted(.iso8601) }
    private func time(_ seconds: TimeInterval) -> String { Self.time(now + seconds) }

    private static let saml = " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
    private static let samlp = " xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""

    private static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\($0)\"" } ?? ""
    }

    private var confirmation: String {
        let request = confirmationRequest ?? self.request
        let attributes =
            Self.attribute("InResponseTo", request) + Self.attribute("NotBefore", confirmationStart.map(time))
            + Self.attribute("NotOnOrAfter", confirmationEnd.map(time)) + Self.attribute("Recipient", recipient)
        let data =
            hasConfirmationData ? "<saml:SubjectConfirmationData\(attributes)></saml:SubjectConfirmationData>" : ""
        return "<saml:SubjectConfirmation Method=\"\(method)\">\(data)</saml:SubjectConfirmation>"
    }

    private var conditions: String {
        let restrictions = audiences.map { names in
            "<saml:AudienceRestriction>\(names.map { "<saml:Audience>\($0)</saml:Audience>" }.joined())"
                + "</saml:AudienceRestriction>"
        }
        return "<saml:Conditions NotBefore=\"\(time(notBefore))\" NotOnOrAfter=\"\(time(notOnOrAfter))\">"
            + "\(restrictions.joined())\(condition)</saml:Conditions>"
    }

    private var authentication: String {
        guard hasAuthentication else { return "" }
        return "<saml:AuthnStatement AuthnInstant=\"\(time(0))\" SessionIndex=\"\(sessionIndex)\""
            + "\(Self.attribute("SessionNotOnOrAfter", sessionEnd.map(time)))><saml:AuthnContext>"
            + "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>"
            + "</saml:AuthnContext></saml:AuthnStatement>"
    }

    private var attributeStatement: String {
        let written = attributes.map { name, values in
            "<saml:Attribute Name=\"\(name)\">"
                + values.map { "<saml:AttributeValue>\($0)</saml:AttributeValue>" }.joined() + "</saml:Attribute>"
        }
        return "<saml:AttributeStatement>\(written.joined())</saml:AttributeStatement>"
    }

    /// Canonical, with the place of the signature.
    var unsignedAssertion: String {
        "<saml:Assertion\(Self.saml) ID=\"\(assertionID)\" IssueInstant=\"\(time(issued))\" Version=\"\(assertionVersion)\">"
            + "<saml:Issuer>\(assertionIssuer)</saml:Issuer>\(TestSignature.place)<saml:Subject>"
            + "<saml:NameID Format=\"\(format)\">\(nameID)</saml:NameID>\(confirmation)</saml:Subject>"
            + "\(conditions)\(authentication)\(attributeStatement)</saml:Assertion>"
    }

    func assertion() throws -> String {
        guard let assertionSignature else { return unsignedAssertion.replacing(TestSignature.place, with: "") }
        return try assertionSignature.sign(unsignedAssertion, id: assertionID)
    }

    /// Canonical, around what is given.
    func response(_ content: String) throws -> String {
        let request = responseRequest ?? self.request
        let attributes =
            Self.attribute("Destination", destination) + " ID=\"\(id)\"" + Self.attribute("InResponseTo", request)
            + " IssueInstant=\"\(time(issued))\" Version=\"\(version)\""
        let text =
            "<samlp:Response\(Self.samlp)\(attributes)><saml:Issuer\(Self.saml)>\(responseIssuer)</saml:Issuer>"
            + "\(TestSignature.place)<samlp:Status><samlp:StatusCode Value=\"\(status)\">\(innerStatus)"
            + "</samlp:StatusCode></samlp:Status>\(content)</samlp:Response>"
        guard let responseSignature else { return text.replacing(TestSignature.place, with: "") }
        return try responseSignature.sign(text, id: id)
    }

    func text() throws -> String { try response(assertion()) }
}
