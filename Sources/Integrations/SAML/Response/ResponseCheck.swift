import Core
import Foundation

/// Whether a response is one for us, for this sign-in, and for now (SAML Profiles §4.1.4.2 to §4.1.4.5).
struct ResponseCheck {
    let settings: SAMLSettings
    /// The identifier of our request; nil where nobody was sent to the provider.
    let request: String?
    let now: Date

    /// Older messages are refused, so that those that were used need not be remembered for longer.
    static let longestAge: TimeInterval = 300

    func check(_ found: SignedAssertion.Found) throws(SignInRefusal) -> Statement {
        try check(response: found.response, isSigned: found.isResponseSigned)
        return try AssertionCheck(settings: settings, request: request, now: now).statement(of: found.assertion)
    }

    private func check(response: XMLElement, isSigned: Bool) throws(SignInRefusal) {
        guard response["Version"] == "2.0" else { throw .rejected("a response of another version") }
        try settings.checkIssuer(response)
        guard response.status == Identifier.success else { throw try Self.refusal(of: response) }
        guard response["Destination"] == settings.places.acs || response["Destination"] == nil && !isSigned else {
            throw .rejected("a response for another place")
        }
        guard response["InResponseTo"] == request else { throw .rejected("an answer to another request") }
        try Clock(settings: settings, now: now).checkAge(response["IssueInstant"])
    }

    /// What a response without an assertion says.
    static func refusal(of response: XMLElement) throws(SignInRefusal) -> SignInRefusal {
        let codes = response.statusCodes.compactMap { $0.split(separator: ":").last }
        guard let status = response.status, status != Identifier.success else { return .rejected("no assertion") }
        let names = codes.filter { $0.utf8.allSatisfy { (0x41...0x7A).contains($0) } }.map { String($0.prefix(40)) }
        let isRefusal = names.contains("AuthnFailed") || names.contains("RequestDenied")
        return isRefusal
            ? .declined(names.joined(separator: " ")) : .rejected("a status of \(names.joined(separator: " "))")
    }
}

extension XMLElement {
    /// The outermost code of a response's status.
    var status: String? { statusCodes.first }

    var statusCodes: [String] {
        guard let outer = only(.protocol("Status"))?.only(.protocol("StatusCode")) else { return [] }
        let inner = outer.only(.protocol("StatusCode"))
        return [outer["Value"], inner?["Value"]].compactMap(\.self)
    }
}

extension SAMLSettings {
    /// An issuer without a format, or of entities, that is the one we know.
    func checkIssuer(_ element: XMLElement) throws(SignInRefusal) {
        guard let issuer = element.only(.assertion("Issuer")), issuer.text?.trimmed == provider,
            issuer["Format"] ?? Identifier.entity == Identifier.entity
        else { throw .rejected("a message of another issuer") }
    }
}

/// Compares times with the clock, which may differ from the provider's a little.
struct Clock {
    let settings: SAMLSettings
    let now: Date

    func checkAge(_ issued: String?) throws(SignInRefusal) {
        guard let date = Self.date(issued) else { throw .rejected("a message without a time") }
        guard date <= now + settings.skew, date + ResponseCheck.longestAge + settings.skew > now else {
            throw .rejected("a message that is too old, or from the future")
        }
    }

    func isBefore(_ date: Date) -> Bool { now < date + settings.skew }
    func hasBegun(_ date: Date) -> Bool { date <= now + settings.skew }

    /// SAML Core §1.3.3: in UTC.
    static func date(_ text: String?) -> Date? {
        guard let text, text.hasSuffix("Z"), text.contains("T") else { return nil }
        return Date(iso8601: text)
    }
}
