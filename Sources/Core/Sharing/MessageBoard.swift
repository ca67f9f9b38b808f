/// An identity provider that also takes messages in the names of those who signed in there.
package protocol MessageBoard: IdentityProvider {
    /// What people call the place: "Viva Engage".
    var boardName: String { get }
    /// The ``ShareTarget/id`` of the same place, under which a message counts as shared.
    var target: String { get }
    /// How many characters a message may have.
    var textLimit: Int { get }

    /// Puts the message there, once, for all who may see what the person writes.
    ///
    /// - Parameter token: from the person's sign-in at this provider.
    /// - Returns: where the message can be read: https; nil when the place does not say.
    /// - Throws: ``AnnouncementError``. Only after ``AnnouncementError/unavailable(_:)`` the message may have arrived.
    func post(_ announcement: Announcement, with token: AccessToken) async throws(AnnouncementError) -> String?
}

/// A message about an award in its person's own words.
package struct Announcement: Sendable, Equatable {
    package var text: String
    /// Of the award's public page; absolute, as is ``picture``.
    package var link: String
    /// What stands under the picture.
    package var title: String
    package var picture: String
    /// Whose page it is.
    package var site: String

    package init(text: String, link: String, title: String, picture: String, site: String) {
        self.text = text
        self.link = link
        self.title = title
        self.picture = picture
        self.site = site
    }
}

/// Why a message was not put there.
package enum AnnouncementError: Error, Equatable, Sendable {
    /// The token is over, or was taken back.
    case tokenRefused
    /// The place wants a pause, of so many seconds if it says so.
    case tooOften(seconds: Int?)
    /// The place does not want this message.
    case refused
    /// No answer, or none that means anything; never holds a token. For the log.
    case unavailable(String)
}
