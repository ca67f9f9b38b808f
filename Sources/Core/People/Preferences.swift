package import Foundation

/// What a person decided about how the portal speaks to them.
package struct Preferences: Sendable, Equatable {
    package enum Appearance: String, Sendable, CaseIterable {
        case light
        case dark
    }

    /// As in BCP 47, such as `pt-BR`; nil follows the browser.
    package var language: String?
    /// As in the IANA time zone database, such as `Europe/Berlin`; nil is UTC.
    package var zone: String?
    /// nil follows the device.
    package var appearance: Appearance?
    package var wantsMail = true
    /// About what, while they want any.
    package var mailKinds = MailKind.usual

    package init(
        language: String? = nil,
        zone: String? = nil,
        appearance: Appearance? = nil,
        wantsMail: Bool = true,
        mailKinds: Set<MailKind> = MailKind.usual
    ) {
        self.language = language
        self.zone = zone
        self.appearance = appearance
        self.wantsMail = wantsMail
        self.mailKinds = mailKinds
    }

    package func wants(_ kind: MailKind) -> Bool { wantsMail && mailKinds.contains(kind) }
}

/// Where people's preferences are kept.
package protocol PreferenceStore: Sendable {
    /// - Throws: ``PersonError/notFound``, here and below.
    func save(_ preferences: Preferences, of person: Person.ID) async throws

    /// What stands in the links of this person's mails: names the person to us and nobody else.
    ///
    /// Made when it is asked for the first time, the same ever after.
    func mailToken(of person: Person.ID) async throws -> String

    /// Ends the mails to the person with this token; again changes nothing.
    func endMail(token: String) async throws

    /// Leaves the message `week.over` for everybody who wants to read about their week.
    ///
    /// - Returns: how many.
    @discardableResult
    func announceWeek(at date: Date) async throws -> Int
}
