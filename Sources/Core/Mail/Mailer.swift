package import Foundation

/// One letter to one person, before it is put into the form of any protocol.
package struct Letter: Sendable, Equatable {
    /// The same for every attempt: receivers that see it twice show it once.
    ///
    /// Letters, digits, `.` and `-`.
    package var key: String
    package var to: EmailAddress
    /// Any text.
    package var name: String
    /// Any text; one line.
    package var subject: String
    /// The same twice: as text, and as a whole HTML document.
    package var text: String
    package var html: String
    /// As in BCP 47.
    package var language: String
    /// Where one POST ends all letters to this person (RFC 8058); https.
    package var unsubscribe: URL?
    package var date: Date
    package var attachment: Attachment?

    package init(
        key: String,
        to: EmailAddress,
        name: String,
        subject: String,
        text: String,
        html: String,
        language: String,
        unsubscribe: URL?,
        date: Date,
        attachment: Attachment? = nil
    ) {
        self.key = key
        self.to = to
        self.name = name
        self.subject = subject
        self.text = text
        self.html = html
        self.language = language
        self.unsubscribe = unsubscribe
        self.date = date
        self.attachment = attachment
    }

    /// A file that goes along.
    package struct Attachment: Sendable, Equatable {
        /// Without a path.
        package var name: String
        /// As in `application/zip`, without parameters.
        package var mediaType: String
        package var bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }
}

/// A way to send letters.
package protocol Mailer: Sendable {
    /// Hands the letter to a server that takes over the delivery.
    ///
    /// - Throws: ``DeliveryError``: `later` when the server is down, slow or asks to wait, `never` when it refuses
    ///   this letter for good.
    func send(_ letter: Letter) async throws(DeliveryError)

    /// Goes the way to the server without a letter, because an administrator asked.
    ///
    /// - Returns: every step; the first that fails says why, and those after it were not tried.
    func test() async -> [ConnectionStep]
}
