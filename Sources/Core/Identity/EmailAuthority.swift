/// Which addresses an identity provider may vouch for.
///
/// An address that a provider must not vouch for is worth nothing: whoever runs the provider, or writes their own
/// profile there, could take over the account of its owner.
package struct EmailAuthority: Sendable, Equatable {
    /// Lower case.
    package var domains: Set<String>
    /// Whether the provider's word counts also where it does not say that it verified the address: an administrator
    /// decided that it gives out the addresses of its domains itself.
    package var isTrusted: Bool

    package init(domains: some Sequence<String>, isTrusted: Bool) {
        self.domains = Set(domains.map { $0.trimmed.lowercased() })
        self.isTrusted = isTrusted
    }

    /// - Parameters:
    ///   - text: what the provider says.
    ///   - isVerified: what it says about it; nil when it says nothing.
    /// - Returns: the address when it counts. Only plain ASCII addresses do: two that look alike must be alike.
    package func address(_ text: String?, isVerified: Bool?) -> EmailAddress? {
        guard let text, isVerified ?? isTrusted, let address = EmailAddress(text),
            address.description.utf8.allSatisfy(Self.isPlain),
            let domain = address.description.split(separator: "@").last, domains.contains(String(domain))
        else { return nil }
        return address
    }

    /// Printable ASCII without what separates or quotes addresses.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\",;:<>()[]\\".utf8.contains(byte)
    }
}
