/// The plain part of a style sheet: rules for a class, an element or an id, as drawing programs write them.
///
/// They are written out at the elements, because a style sheet can reach what is around the picture.
struct SVGStyleSheet {
    typealias Declarations = [String: String]

    private var rules: [String: Declarations] = [:]
    private static let valueLimit = 200

    init(_ text: String) {
        for block in Self.withoutComments(text).split(separator: "}") {
            let parts = block.split(separator: "{", omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let declarations = Self.declarations(String(parts[1]))
            guard !declarations.isEmpty else { continue }
            let selectors = parts[0].split(separator: ";").last ?? ""
            for selector in selectors.split(separator: ",") {
                let key = selector.filter { !$0.isWhitespace }
                rules[key, default: [:]].merge(declarations) { $1 }
            }
        }
    }

    /// What applies to an element, the more exact rule before the less exact one.
    func declarations(for element: SVGElement) -> Declarations {
        guard !rules.isEmpty else { return [:] }
        let classes = (element.attributes["class"] ?? "").split(whereSeparator: \.isWhitespace).map { ".\($0)" }
        let id = element.attributes["id"].map { ["#\($0)"] } ?? []
        var result: Declarations = [:]
        for selector in ["*", element.name] + classes + id {
            if let rule = rules[selector] { result.merge(rule) { $1 } }
        }
        return result
    }

    /// Reads `name: value; name: value`, and keeps what only draws.
    static func declarations(_ text: String) -> Declarations {
        var result: Declarations = [:]
        for declaration in text.split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = declaration[..<colon].filter { !$0.isWhitespace }
            let value = declaration[declaration.index(after: colon)...].prefix { $0 != "!" }
            guard SVGVocabulary.presentation.contains(name), value.utf8.count <= valueLimit else { continue }
            if let value = SVGValue.checked(String(value), of: name) { result[name] = value }
        }
        return result
    }

    private static func withoutComments(_ text: String) -> String {
        let parts: [Substring] = text.split(separator: "*/", omittingEmptySubsequences: false)
        return parts.map { part in
            guard let comment = part.firstRange(of: "/*") else { return String(part) }
            return String(part[..<comment.lowerBound])
        }
        .joined()
    }
}
