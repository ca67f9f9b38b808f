import Foundation

/// Pages about badges whose documents lie elsewhere: where those are.
enum PageAddress {
    private static let credly: Set = ["www.credly.com", "credly.com", "www.youracclaim.com", "youracclaim.com"]
    /// Where the API of Badgr (now Canvas Credentials) answers, for each region's pages.
    private static let badgr = [
        "badgr.com": "api.badgr.io", "badgr.io": "api.badgr.io", "eu.badgr.com": "api.eu.badgr.io",
        "ca.badgr.com": "api.ca.badgr.io", "au.badgr.com": "api.au.badgr.io", "sg.badgr.com": "api.sg.badgr.io",
    ]

    /// The addresses of the badge that a page shows, most likely first; empty when we know none.
    static func documents(of page: String) -> [String] {
        guard let parts = URLComponents(string: page), let host = parts.host?.lowercased() else { return [] }
        let path = parts.path.split(separator: "/").map(String.init)
        let origin = "https://\(host)\(parts.port.map { ":\($0)" } ?? "")"
        switch (host, path.first) {
        case (_, "badges"?) where credly.contains(host):
            guard path.count >= 2, UUID(uuidString: path[1]) != nil else { return [] }
            return ["https://api.credly.com/v1/obi/v2/badge_assertions/\(path[1])"]
        case (_, "public"?) where path.count >= 3 && path[1] == "assertions":
            // Badgr and its successors: the page and the assertion share an address, on the host of the API.
            let api = badgr[host]
            return ["\(api.map { "https://\($0)" } ?? origin)/public/assertions/\(path[2])?format=json&v=2_0"]
        case (_, "awards"?) where path.count == 2 && UUID(uuidString: path[1]) != nil:
            // Our own page about an award.
            return ["\(origin)/ob/v3/credentials/\(path[1]).jwt"]
        default: break
        }
        if path.suffix(2) == ["badges", "badge.php"],
            let hash = parts.queryItems?.first(where: { $0.name == "hash" })?.value
        {
            let folder = path.dropLast(2).map { "/\($0)" }.joined()
            return ["\(origin)\(folder)/badges/assertion.php?b=\(hash)&obversion=2"]
        }
        return []
    }

    /// `<link rel="alternate" type="application/ld+json" href="…">` of a page.
    static func alternate(in html: [UInt8], at page: String) -> String? {
        guard let text = String(validating: html.prefix(256 << 10), as: UTF8.self) else { return nil }
        for tag in text.split(separator: "<").lazy where tag.lowercased().hasPrefix("link") {
            let tag = String(tag.prefix { $0 != ">" })
            guard let type = attribute("type", of: tag)?.lowercased(),
                attribute("rel", of: tag)?.lowercased() == "alternate",
                ["application/ld+json", "application/vc+ld+json", "application/vc", "application/json"].contains(type),
                let href = attribute("href", of: tag)
            else { continue }
            return URL(string: href.replacing("&amp;", with: "&"), relativeTo: URL(string: page))?.absoluteString
        }
        return nil
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"", options: .caseInsensitive) else { return nil }
        return tag[start.upperBound...].split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false).first
            .map(String.init)
    }
}
