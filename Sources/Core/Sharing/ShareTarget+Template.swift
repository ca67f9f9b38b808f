import Foundation

/// Why an address cannot be a place to share at.
package enum TemplateProblem: Error, Sendable, Equatable {
    case tooLong(limit: Int)
    case notAnAddress
    case unknownPlaceholder(String)
    /// Neither the link nor the words: nothing of the badge would arrive.
    case saysNothing

    package var message: String {
        switch self {
        case .tooLong(let limit): "The address has more than \(limit) characters."
        case .notAnAddress: "This is not an address that begins with https:// and a host, or with mailto:"
        case .unknownPlaceholder(let name): "Nothing is called \(name)."
        case .saysNothing: "Neither {url} nor {text} is in it, so that nobody would see the badge."
        }
    }
}

extension ShareTarget {
    package static let templateLimit = 1_000

    /// Looks whether a browser can go where `template` says, whatever the badge is called.
    ///
    /// What stands before `?` must not have placeholders in its host: what a badge says never decides who gets it.
    package static func check(_ template: String) throws(TemplateProblem) {
        guard template.utf8.count <= templateLimit else { throw .tooLong(limit: templateLimit) }
        for name in braced(template) where !SharedAward.placeholders.contains(name) { throw .unknownPlaceholder(name) }
        guard template.contains("{url}") || template.contains("{text}") else { throw .saysNothing }
        guard isAddress(template) else { throw .notAnAddress }
    }

    /// Everything between braces, with them; a brace that is alone is one too.
    private static func braced(_ template: String) -> [String] {
        var found: [String] = []
        var rest = Substring(template)
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            rest = rest[open...]
            let end = rest.firstIndex(of: "}") ?? rest.index(before: rest.endIndex)
            found.append(String(rest[...end].prefix(40)))
            rest = rest[rest.index(after: end)...]
        }
        return found
    }

    private static func isAddress(_ template: String) -> Bool {
        guard template.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        if template.hasPrefix("mailto:") { return true }
        guard template.hasPrefix("https://") else { return false }
        let host = template.dropFirst(8).prefix { !"/?#".contains($0) }
        guard !host.isEmpty, !host.contains("{"), !host.contains("@") else { return false }
        return URL(string: "https://\(host)/")?.host() != nil
    }
}
