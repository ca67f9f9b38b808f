package import Foundation

/// Where audit events are read.
package protocol AuditLog: Sendable {
    /// The newest first.
    func events(limit: Int) async throws -> [AuditEvent]
    /// Those that the query asks for, the newest first; by key, so that every page is as fast as the first one.
    func events(_ query: AuditQuery) async throws -> AuditPage
}

/// Which audit events are asked for; what is not said does not matter.
package struct AuditQuery: Sendable, Equatable {
    package var action: AuditEvent.Action?
    /// Who did it or what it was done to: an actor as it is written down, a subject, a person's id; "" for all.
    package var about: String
    /// Not before.
    package var from: Date?
    /// Before.
    package var until: Date?
    /// Older than the event with this number.
    package var before: Int?
    package var limit: Int

    package init(
        action: AuditEvent.Action? = nil,
        about: String = "",
        from: Date? = nil,
        until: Date? = nil,
        before: Int? = nil,
        limit: Int = AuditPage.size
    ) {
        self.action = action
        self.about = about
        self.from = from
        self.until = until
        self.before = before
        self.limit = limit
    }
}

package struct AuditPage: Sendable, Equatable {
    package static let size = 40

    package struct Entry: Sendable, Equatable {
        package var event: AuditEvent
        /// The name of the person who did it; nil for others, and for people whom the database does not know.
        package var actorName: String?

        package init(event: AuditEvent, actorName: String?) {
            self.event = event
            self.actorName = actorName
        }
    }

    package var entries: [Entry]
    /// The ``AuditQuery/before`` of the next page; nil on the last one.
    package var older: Int?

    package init(entries: [Entry], older: Int?) {
        self.entries = entries
        self.older = older
    }
}
