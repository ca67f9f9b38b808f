package import Foundation

/// What a form says about a certificate that is no Open Badge: only its issuer's page can tell whether it holds.
package struct LinkedCertificate: Sendable, Equatable {
    package static let titleLimit = 200
    private static let linkLimit = 2_048

    package var title: String
    package var issuer: String
    package var link: URL
    package var issuedOn: Date?
    package var expires: Date?

    /// Reads the fields `link`, `title`, `issuer`, `issued_on` and `expires`; the last three may be empty.
    ///
    /// - Throws: ``Mistakes`` with everything that is wrong.
    package init(_ fields: [String: String], at now: Date) throws(Mistakes) {
        func text(_ field: String) -> String { (fields[field] ?? "").trimmed }
        var mistakes: [Mistake] = []
        let link = Self.link(text("link"))
        if link == nil { mistakes.append(Mistake("link", .noPage)) }
        (title, issuer) = (text("title"), text("issuer"))
        if title.isEmpty { mistakes.append(Mistake("title", .missing)) }
        for (field, text) in [("title", title), ("issuer", issuer)] {
            if text.unicodeScalars.contains("\0") { mistakes.append(Mistake(field, .unstorable)) }
            if text.count > Self.titleLimit { mistakes.append(Mistake(field, .tooLong)) }
        }
        let days = ["issued_on", "expires"].map { (field: $0, text: text($0)) }.map { day in
            (field: day.field, isRead: day.text.isEmpty || Self.day(day.text) != nil, date: Self.day(day.text))
        }
        for day in days where !day.isRead { mistakes.append(Mistake(day.field, .unreadableDay)) }
        (issuedOn, expires) = (days[0].date, days[1].date)
        if let issuedOn, issuedOn > now { mistakes.append(Mistake("issued_on", .toCome)) }
        if let issuedOn, let expires, expires <= issuedOn { mistakes.append(Mistake("expires", .endsBeforeIssued)) }
        guard let link, mistakes.isEmpty else { throw Mistakes(all: mistakes) }
        self.link = link
        if issuer.isEmpty { issuer = Self.issuer(of: link) }
    }

    package func badge(_ id: ImportedBadge.ID, of person: Person.ID, at date: Date) -> ImportedBadge {
        ImportedBadge(
            id: id,
            person: person,
            trust: .linked,
            key: link.absoluteString,
            title: title,
            issuer: issuer,
            link: link,
            issuedOn: issuedOn,
            expires: expires,
            addedAt: date
        )
    }

    /// - Returns: nil unless it is an http or https address of a server with a public-looking name.
    package static func link(_ text: String) -> URL? {
        guard text.utf8.count <= linkLimit, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host(), host.contains("."), !host.hasPrefix("."), url.user() == nil
        else { return nil }
        return url
    }

    private static func day(_ text: String) -> Date? {
        text.utf8.count == 10 ? Date(iso8601: text + "T00:00:00Z") : nil
    }

    /// Who issues behind well-known addresses; the host's own name for all others.
    package static func issuer(of link: URL) -> String {
        let host = (link.host() ?? "").lowercased()
        let known = issuers.first { host == $0.host || host.hasSuffix("." + $0.host) }
        guard let known else { return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
        guard known.host == "certmetrics.com" else { return known.name }
        let owner = link.pathComponents.dropFirst().first?.lowercased() ?? ""
        return ["comptia": "CompTIA", "cisco": "Cisco", "amazon": "Amazon Web Services"][owner] ?? known.name
    }

    private static let issuers = [
        (host: "learn.microsoft.com", name: "Microsoft"), (host: "cisco.com", name: "Cisco"),
        (host: "comptia.org", name: "CompTIA"), (host: "certmetrics.com", name: "CertMetrics"),
        (host: "coursera.org", name: "Coursera"), (host: "edx.org", name: "edX"),
        (host: "linkedin.com", name: "LinkedIn Learning"), (host: "udemy.com", name: "Udemy"),
        (host: "isc2.org", name: "ISC2"), (host: "scrum.org", name: "Scrum.org"), (host: "pmi.org", name: "PMI"),
    ]
}
