import Core
import Foundation

/// What an assertion says, once everything about it was found right.
struct Statement: Sendable, Equatable {
    /// Counts once.
    var assertion: String
    /// When it would be refused as too old.
    var until: Date
    var nameID: NameID
    var sessionIndex: String?
    /// When the stay at the provider ends.
    var sessionEnd: Date?
    /// Values in their order; those that are no text are left out.
    var attributes: [String: [String]]
}

struct AssertionCheck {
    let settings: SAMLSettings
    let request: String?
    let now: Date

    private var clock: Clock { Clock(settings: settings, now: now) }

    func statement(of assertion: XMLElement) throws(SignInRefusal) -> Statement {
        guard assertion["Version"] == "2.0" else { throw .rejected("an assertion of another version") }
        guard let id = assertion["ID"], SignatureShape.isName(id) else { throw .rejected("an assertion without an ID") }
        try settings.checkIssuer(assertion)
        try clock.checkAge(assertion["IssueInstant"])
        guard let subject = assertion.only(.assertion("Subject")), let name = subject.only(.assertion("NameID")) else {
            throw .rejected("an assertion about nobody")
        }
        try checkConfirmations(subject.all(.assertion("SubjectConfirmation")))
        try checkConditions(assertion)
        let authentication = try authentication(assertion)
        return Statement(
            assertion: id,
            until: now + ResponseCheck.longestAge + 2 * settings.skew,
            nameID: try NameID(name),
            sessionIndex: authentication["SessionIndex"],
            sessionEnd: Clock.date(authentication["SessionNotOnOrAfter"]),
            attributes: Self.attributes(assertion)
        )
    }

    /// One that holds is enough.
    private func checkConfirmations(_ confirmations: [XMLElement]) throws(SignInRefusal) {
        guard confirmations.contains(where: confirms) else {
            throw .rejected("no bearer confirmation that is for this place, this request and now")
        }
    }

    private func confirms(_ confirmation: XMLElement) -> Bool {
        guard confirmation["Method"] == Identifier.bearer,
            let data = confirmation.only(.assertion("SubjectConfirmationData")),
            let end = Clock.date(data["NotOnOrAfter"])
        else { return false }
        return data["Recipient"] == settings.places.acs && data["InResponseTo"] == request && data["NotBefore"] == nil
            && clock.isBefore(end)
    }

    private static let known: Set<XMLElement.Name> = [
        .assertion("AudienceRestriction"), .assertion("OneTimeUse"), .assertion("ProxyRestriction"),
    ]

    private func checkConditions(_ assertion: XMLElement) throws(SignInRefusal) {
        guard let conditions = assertion.only(.assertion("Conditions")) else { throw .rejected("no conditions") }
        guard conditions.elements.allSatisfy({ Self.known.contains($0.name) }) else {
            throw .rejected("a condition that nobody here understands")
        }
        for (attribute, holds) in [("NotBefore", clock.hasBegun), ("NotOnOrAfter", clock.isBefore)] {
            guard let text = conditions[attribute] else { continue }
            guard let date = Clock.date(text), holds(date) else {
                throw .rejected("an assertion that is not valid now")
            }
        }
        let restrictions = conditions.all(.assertion("AudienceRestriction"))
        let isForUs = restrictions.allSatisfy { restriction in
            restriction.all(.assertion("Audience")).contains { $0.text?.trimmed == settings.entityID }
        }
        guard !restrictions.isEmpty, isForUs else { throw .rejected("an assertion for another audience") }
    }

    private func authentication(_ assertion: XMLElement) throws(SignInRefusal) -> XMLElement {
        let statements = assertion.all(.assertion("AuthnStatement"))
        guard let first = statements.first, let instant = Clock.date(first["AuthnInstant"]), clock.hasBegun(instant)
        else {
            throw .rejected("an assertion that does not say when somebody signed in")
        }
        for statement in statements {
            guard let text = statement["SessionNotOnOrAfter"] else { continue }
            guard let end = Clock.date(text), clock.isBefore(end) else { throw .rejected("a stay that is over") }
        }
        return first
    }

    private static func attributes(_ assertion: XMLElement) -> [String: [String]] {
        let found = assertion.all(.assertion("AttributeStatement")).flatMap { $0.all(.assertion("Attribute")) }
        return found.reduce(into: [:]) { attributes, attribute in
            guard let name = attribute["Name"] else { return }
            let values = attribute.all(.assertion("AttributeValue")).compactMap(\.text)
            attributes[name, default: []] += values.map(\.trimmed)
        }
    }
}
