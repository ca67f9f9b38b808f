/// What the portal's configuration allows beyond public addresses by https.
package struct FetchPolicy: Sendable, Equatable {
    /// Plain http as well; with ``allowsLoopback``, this machine is asked by http only.
    package var allowsHTTP: Bool
    /// This machine, by http or https and on any port: for tests.
    package var allowsLoopback: Bool
    /// Ports besides 443 and, where http is allowed, 80.
    package var ports: Set<Int>
    /// The portal's own address, as `https://badges.acme.example`: its public documents may be fetched wherever it
    /// stands, for inside a company it often has a private address.
    package var own: String?

    package init(
        allowsHTTP: Bool = false,
        allowsLoopback: Bool = false,
        ports: Set<Int> = [],
        own: String? = nil
    ) {
        self.allowsHTTP = allowsHTTP
        self.allowsLoopback = allowsLoopback
        self.ports = ports
        self.own = own
    }
}
