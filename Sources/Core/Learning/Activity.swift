package import Foundation

/// Marks the identifiers of sources.
package enum Source {}
/// The `id` of a source in plugins.json.
///
/// It never changes: cursors, progress and awards hang on it.
package typealias SourceID = ID<Source>

/// An activity's address: a source and that source's own id for it, compared byte for byte.
package struct ActivityRef: Sendable, Hashable, Codable {
    package let source: SourceID
    package let id: Activity.ID

    package init(source: SourceID, id: Activity.ID) {
        self.source = source
        self.id = id
    }
}

/// Something a person can work towards in a source: a path, a course, a programme.
package struct Activity: Sendable, Hashable {
    package typealias ID = Core.ID<Activity>
    /// Longer titles are cut.
    package static let titleLimit = 512

    package enum Kind: String, Sendable, CaseIterable {
        case path
        case course
        case assessment
        case event
    }

    package let ref: ActivityRef
    package let kind: Kind
    /// Any script, emoji included; shown as it is.
    package let title: String
    /// Where a person does it; only http and https survive.
    package let link: URL?
    /// False once the provider no longer offers it.
    package let isOffered: Bool

    package init(ref: ActivityRef, kind: Kind, title: String, link: URL? = nil, isOffered: Bool = true) {
        self.ref = ref
        self.kind = kind
        self.title = String(title.prefix(Self.titleLimit))
        self.link = link.flatMap { ["http", "https"].contains($0.scheme?.lowercased()) ? $0 : nil }
        self.isOffered = isOffered
    }
}
