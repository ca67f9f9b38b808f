import Core
import Foundation

extension DirectoryRequest {
    /// `startIndex` counts from 1, `count` may be 0 (RFC 7644 §3.4.2.4).
    func page() throws(SCIMProblem) -> (query: DirectoryQuery, start: Int) {
        let start = max(try number("startIndex") ?? 1, 1)
        let count = try number("count") ?? DirectoryQuery.limit
        let filter = query["filter"].map(\.trimmed) ?? ""
        let conditions = filter.isEmpty ? [] : try Filter(filter).conditions()
        return (DirectoryQuery(conditions, offset: start - 1, count: count), start)
    }

    private func number(_ name: String) throws(SCIMProblem) -> Int? {
        guard let text = query[name] else { return nil }
        guard let number = Int(text.trimmed), number.magnitude < 1 << 40 else {
            throw .invalidValue("\(name) is no whole number.")
        }
        return number
    }

    /// The body as an object.
    func object() throws(SCIMProblem) -> [String: JSON] {
        let type = (headers["content-type"] ?? "").lowercased()
        let isJSON = ["application/scim+json", "application/json"].contains { type.hasPrefix($0) }
        guard type.isEmpty || isJSON else {
            throw SCIMProblem(415, "Send application/scim+json.")
        }
        guard case .object(let members) = try JSON.read(body) else {
            throw SCIMProblem(400, "The body is no object.", type: "invalidSyntax")
        }
        return members
    }

    /// The versions that `If-Match` names; nil for any.
    func versions() throws(SCIMProblem) -> Set<Int>? { try versions(in: "if-match") }

    /// Whether the sender has this very version already.
    func hasVersion(_ version: Int) throws(SCIMProblem) -> Bool {
        guard headers["if-none-match"] != nil else { return false }
        return try versions(in: "if-none-match")?.contains(version) ?? true
    }

    private func versions(in name: String) throws(SCIMProblem) -> Set<Int>? {
        guard let text = headers[name], text.trimmed != "*" else { return nil }
        let tags = text.split(separator: ",").map { tag in
            let tag = tag.trimmed
            return (tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag).trimmingCharacters(in: ["\""])
        }
        return Set(tags.compactMap { Int($0) })
    }
}

extension Int {
    /// A weak entity tag.
    var entityTag: String { "W/\"\(self)\"" }
}

extension Date {
    /// `dateTime` of XML Schema, UTC.
    var scimText: String { formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
}
