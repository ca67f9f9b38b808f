import Core
import Foundation
import Logging
import Storage

private let themeInterval = Duration.seconds(30)

/// What runs beside the pages.
extension Portal {
    var themeWatch: ThemeWatch {
        ThemeWatch(box: site.theme, settings: database.settings, interval: themeInterval) { error in
            logger.error("the theme is not read", metadata: ["error": "\(error)"])
        }
    }

    /// nil without a mail server.
    var mailNotices: MailNotices? {
        mailer.map { mailer in
            MailNotices(
                site: site,
                mailer: mailer,
                awards: database.awards,
                people: database.people,
                preferences: database.preferences
            )
        }
    }
}
