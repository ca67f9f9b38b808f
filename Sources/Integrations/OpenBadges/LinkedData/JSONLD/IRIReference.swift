/// The five parts of an IRI reference (RFC 3986 §3), and how it is resolved (§5.2), without any normalisation.
struct IRIReference {
    private var scheme: Substring?
    private var authority: Substring?
    private var path: Substring
    private var query: Substring?
    private var fragment: Substring?

    /// Appendix B.
    init(_ text: Text) {
        var rest = Substring(text.string)
        fragment = Self.cut(&rest, behind: "#")
        query = Self.cut(&rest, behind: "?")
        if text.hasScheme, let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
            scheme = rest[..<colon]
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let behind = rest.utf8.dropFirst(2)
            let end = behind.firstIndex(of: UInt8(ascii: "/")) ?? behind.endIndex
            authority = rest[behind.startIndex..<end]
            rest = rest[end...]
        }
        path = rest
    }

    /// §5.2.2 Transform References.
    static func resolve(_ reference: Text, against base: Text) -> Text {
        let base = IRIReference(base)
        var target = IRIReference(reference)
        if target.scheme == nil {
            target.scheme = base.scheme
            if target.authority == nil {
                target.authority = base.authority
                if target.path.isEmpty {
                    target.path = base.path
                    target.query = target.query ?? base.query
                    return target.text
                }
                if target.path.utf8.first != UInt8(ascii: "/") { target.path = base.merged(with: target.path) }
            }
        }
        target.path = removingDotSegments(target.path)
        return target.text
    }

    /// §5.2.3 Merge Paths.
    private func merged(with path: Substring) -> Substring {
        if authority != nil, self.path.isEmpty { return "/" + path }
        guard let slash = self.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return self.path[...slash] + path
    }

    /// §5.2.4 Remove Dot Segments, segment by segment.
    private static func removingDotSegments(_ path: Substring) -> Substring {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var kept: [Substring] = []
        for (position, segment) in segments.enumerated().dropFirst(isAbsolute ? 1 : 0) {
            let isLast = position == segments.count - 1
            let segment = Substring(segment)
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return Substring((isAbsolute ? "/" : "") + kept.joined(separator: "/"))
    }

    /// §5.3 Component Recomposition.
    private var text: Text {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return Text(text)
    }

    private static func cut(_ rest: inout Substring, behind mark: Unicode.Scalar) -> Substring? {
        guard let position = rest.utf8.firstIndex(of: UInt8(ascii: mark)) else { return nil }
        defer { rest = rest[..<position] }
        return rest[rest.utf8.index(after: position)...]
    }
}
