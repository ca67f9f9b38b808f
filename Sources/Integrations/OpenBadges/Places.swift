package import Core
import Foundation

/// Where everything about badges is found by other people's software; these addresses never change.
package struct Places: Sendable {
    /// The portal's address, without a slash at the end.
    let base: String
    /// The issuer whose documents have the short addresses.
    let first: Issuer.ID?

    package init(base: String, first: Issuer.ID?) {
        self.base = base
        self.first = first
    }

    private func suffix(_ issuer: Issuer.ID) -> String { issuer == first ? "issuer" : "issuers/\(issuer)" }

    // MARK: Open Badges 2.0

    /// Whom to write to about an issuer that names nobody: 2.0 demands an address, and RFC 5321 §4.5.1 this one of every
    /// domain with mail.
    var postmaster: String { "postmaster@\(URL(string: base)?.host() ?? "localhost")" }

    package func v2Issuer(_ issuer: Issuer.ID) -> String { "\(base)/ob/v2/\(suffix(issuer))" }
    package func v2Badge(_ slug: Slug, version: Int) -> String { "\(base)/ob/v2/badges/\(slug)/versions/\(version)" }
    package func v2Assertion(_ award: Award.ID) -> String { "\(base)/ob/v2/assertions/\(award)" }
    package func v2Key(_ key: SigningKey.ID) -> String { "\(base)/ob/v2/keys/\(key)" }
    package func v2Revocations(_ issuer: Issuer.ID) -> String {
        issuer == first ? "\(base)/ob/v2/revocations" : "\(base)/ob/v2/issuers/\(issuer)/revocations"
    }

    // MARK: Open Badges 3.0

    package func v3Issuer(_ issuer: Issuer.ID) -> String { "\(base)/ob/v3/\(suffix(issuer))" }
    package func achievement(_ slug: Slug, version: Int) -> String {
        "\(base)/ob/v3/achievements/\(slug)/versions/\(version)"
    }
    package func credential(_ award: Award.ID) -> String { "\(base)/ob/v3/credentials/\(award)" }
    package func key(_ key: SigningKey.ID) -> String { "\(base)/ob/v3/keys/\(key)" }
    /// The key's entry in its issuer's DID document, as a Data Integrity proof names it.
    package func verificationMethod(_ key: SigningKey) -> String { "\(did(of: key.issuer))#\(key.id)" }
    package func statusList(_ number: Int, _ purpose: StatusPurpose = .revocation) -> String {
        "\(base)/ob/v3/status/\(number)\(purpose == .revocation ? "" : "/\(purpose.rawValue)")"
    }
    package func v3Revocations(_ issuer: Issuer.ID) -> String {
        issuer == first ? "\(base)/ob/v3/revocations" : "\(base)/ob/v3/issuers/\(issuer)/revocations"
    }

    /// did:web (W3C CCG method specification): the host with its port, then the path; the first issuer has no path.
    package func did(of issuer: Issuer.ID) -> String {
        let host = (base.split(separator: "/", maxSplits: 1).last.map(String.init) ?? base)
            .drop { $0 == "/" }.replacing(":", with: "%3A")
        return issuer == first ? "did:web:\(host)" : "did:web:\(host):ob:issuers:\(issuer)"
    }

    // MARK: For people

    func badgePage(_ slug: Slug) -> String { "\(base)/badges/\(slug)" }
    func badgeImage(_ slug: Slug, version: Int) -> String { "\(base)/badges/\(slug)/versions/\(version)/image.png" }
    package func awardPage(_ award: Award.ID) -> String { "\(base)/awards/\(award)" }
    package func awardImage(_ award: Award.ID) -> String { "\(base)/awards/\(award)/image.png" }
}
