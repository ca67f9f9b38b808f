package import Foundation

package import Foundation

/// A message of the outbox on its way to one receiver: written in the transaction of what it tells.
package struct OutboxMessage: Sendable, Codable, Equatable {
    /// Grows with every message.
    package var number: Int
    /// `award.issued`, `award.revoked`, `award.expiring`, `import.revoked`, `address.code`, `week.over`, `list.given`,
    /// `person.left`, `job.failed`, `source.failing` or `source.well`.
    package var kind: String
    /// `person`, whom it is for, and what it is about: `award` and `badge`, `import`, `list`, `job` or `source`.
    ///
    /// Ids: whoever delivers looks up the rest as it is then.
    ///
    /// `award.issued` carries `telling` and `published`, too, when the badge was published after it was earned.
    ///
    /// `address.code` carries `person`, `address` and the `code` itself, which is never logged.
    package var payload: [String: String]

    package init(number: Int, kind: String, payload: [String: String]) {
        self.number = number
        self.kind = kind
        self.payload = payload
    }
}

extension OutboxMessage {
    /// Of an award that was earned before its badge was published: what the designer chose, and when that was.
    package var telling: (choice: Telling, since: Date)? {
        guard let choice = payload["telling"].flatMap(Telling.init(rawValue:)),
            let milliseconds = payload["published"].flatMap(Double.init)
        else { return nil }
        return (choice, Date(timeIntervalSince1970: milliseconds / 1_000))
    }
}

/// Tells somebody outside what happened here: by mail, a webhook, a share.
package protocol MessageHandler: Sendable {
    /// Lower-case letters, digits and hyphens; fixed, because waiting deliveries carry it.
    var name: String { get }

    /// Which messages it takes.
    var kinds: Set<String> { get }

    /// Delivers once or, after a crash at the wrong moment, once more with the same key: at least once.
    ///
    /// - Parameter key: the same for every attempt; give it on where the receiver can use it
    ///   (`Idempotency-Key`, `Message-ID`), so that it acts once.
    /// - Throws: ``DeliveryError``; the portal tries `later` again with growing pauses and shows `never` to an
    ///   administrator.
    func deliver(_ message: OutboxMessage, key: String) async throws(DeliveryError)
}

/// Why a message did not arrive; the text is for an administrator and holds no secret.
package enum DeliveryError: Error, Equatable {
    /// The receiver is down, slow or limits us.
    case later(String)
    /// It will not take this message, however often it is asked.
    case never(String)
    /// Nothing is wrong; this is not the time, such as at night. No attempt is counted.
    case notBefore(Date)
    /// Nothing is wrong; there is nothing to tell, or nobody to tell it to. Done, with a word that says why.
    case needless(String)
}
