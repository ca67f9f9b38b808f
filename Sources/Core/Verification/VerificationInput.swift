/// What somebody wants to have checked.
package struct VerificationInput: Sendable, Equatable {
    package var source: Source
    /// Addresses of the person it should belong to.
    ///
    /// The report says whether one of them is the recipient's. It never
    /// says who the recipient is otherwise.
    package var recipients: [String]

    package enum Source: Sendable, Equatable {
        /// A picture with a badge in it, or a document; at most 8 MiB are read.
        case file([UInt8])
        /// The address of a badge, of a picture with one, or of a page about one.
        case link(String)
        /// Anything pasted: JSON, a signed badge, or an address.
        case text(String)
    }

    package init(_ source: Source, recipients: [String] = []) {
        self.source = source
        self.recipients = recipients
    }
}
