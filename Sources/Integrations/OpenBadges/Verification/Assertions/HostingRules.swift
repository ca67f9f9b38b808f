import Foundation
import LinkedData

/// Which addresses may speak for an issuer (Open Badges 2.0, VerificationObject of a Profile).
enum HostingRules {
    /// Why an assertion at `address` is not the issuer's; nil when it is.
    static func objection(to address: String, issuer: Node, id: String) -> String? {
        let rules = issuer.one("verification")
        guard let place = WebAddress(address) else { return "The badge has no web address." }
        let prefixes = rules?.all("startsWith").compactMap { $0.text?.string } ?? []
        let origins = rules?.all("allowedOrigins").compactMap { $0.text?.string.lowercased() } ?? []
        if prefixes.isEmpty, origins.isEmpty {
            // Without rules: the same host and port as the issuer's own.
            guard let own = WebAddress(id) else { return "The issuer has no web address." }
            return place == own ? nil : "The badge lies at \(place.authority), its issuer at \(own.authority)."
        }
        if !prefixes.isEmpty, !prefixes.contains(where: { starts(address, with: $0) }) {
            return "The issuer's badges start with \(prefixes.joined(separator: " or ")); this one does not."
        }
        let host = String(place.authority.prefix { $0 != ":" })
        if !origins.isEmpty,
            !origins.contains(where: { $0 == place.authority || $0 == host || WebAddress($0) == place })
        {
            return "The issuer allows \(origins.joined(separator: ", ")); the badge lies at \(place.authority)."
        }
        return nil
    }

    /// `https://a.example` does not mean `https://a.example.evil.example`: the host must be the same, too.
    private static func starts(_ address: String, with prefix: String) -> Bool {
        guard let own = WebAddress(prefix) else { return false }
        return address.hasPrefix(prefix) && WebAddress(address) == own
    }
}
