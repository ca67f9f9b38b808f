/// Gets key documents for `did:web` and `https` keys; the host decides how, and what it is willing to contact.
package protocol DocumentFetcher: Sendable {
    /// Returns the body of a GET.
    ///
    /// An implementation sends `Accept: application/did+json, application/ld+json, application/json`, refuses answers
    /// over 1 MiB, addresses of private networks and redirects to anything but https, and gives up after a few seconds.
    ///
    /// - Parameter url: always https, without fragment.
    /// - Throws: whatever went wrong; its description is shown next to the badge.
    func fetch(_ url: Text) async throws -> [UInt8]
}

/// Fetches nothing: only keys that carry themselves (`did:key`, `did:jwk`) can be used.
package struct NoFetcher: DocumentFetcher {
    struct Offline: Error, CustomStringConvertible {
        let description = "Fetching is switched off."
    }

    package init() {}
    package func fetch(_ url: Text) async throws -> [UInt8] { throw Offline() }
}
