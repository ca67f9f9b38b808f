import Core
import Foundation

/// What an answer says about keeping it (RFC 9111), as a cache for several people reads it.
struct Freshness: Sendable, Equatable {
    /// Nothing is kept longer: a badge may be taken back meanwhile.
    static let longest: TimeInterval = 3_600

    let mayBeKept: Bool
    /// Until then nobody is asked.
    let until: Date

    init(_ headers: [String: String], at date: Date) {
        let directives = Self.directives(headers["cache-control"] ?? "")
        let varies = Set((headers["vary"] ?? "").lowercased().split(separator: ",").map { String($0).trimmed })
        let sameForAll = varies.isSubset(of: ["accept", "accept-encoding", "origin", "user-agent", "accept-language"])
        mayBeKept = directives["no-store"] == nil && directives["private"] == nil && sameForAll
        guard mayBeKept, directives["no-cache"] == nil else {
            until = .distantPast
            return
        }
        let age = headers["age"].flatMap(TimeInterval.init) ?? 0
        let expiry = headers["expires"].flatMap { Date(httpDate: $0) }
            .map { $0.timeIntervalSince(headers["date"].flatMap { Date(httpDate: $0) } ?? date) }
        let told = (directives["s-maxage"] ?? directives["max-age"]).flatMap(TimeInterval.init) ?? expiry ?? 0
        until = date + min(max(told - max(age, 0), 0), Self.longest)
    }

    private static func directives(_ text: String) -> [String: String] {
        let pairs = text.lowercased().split(separator: ",").map { part -> (String, String) in
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            return (pair.first ?? "", pair.count > 1 ? pair[1].filter { $0 != "\"" } : "")
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
