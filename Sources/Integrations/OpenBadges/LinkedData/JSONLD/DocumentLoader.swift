/// Where contexts come from: a table, a folder, never the network while a document is read.
package protocol DocumentLoader: Sendable {
    /// Returns the document behind an address, with its top-level `@context`; nil if the address is not known, which
    /// makes every document that names it invalid (`loading remote context failed`).
    ///
    /// The answer for an address must never change: what is made of it is kept.
    func document(at url: Text) -> JSON?
}

/// Knows nothing: for documents that bring their context along.
package struct NoDocuments: DocumentLoader {
    package init() {}
    package func document(at url: Text) -> JSON? { nil }
}
