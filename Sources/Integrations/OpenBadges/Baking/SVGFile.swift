import Core

/// An SVG as far as badges in it go: its root's tag, and the elements that carry badges.
struct SVGFile {
    private static let depthLimit = 256
    private static let prefixLimit = 16

    private struct Carrier {
        var version: Baking.Version
        var range: Range<Int>
        var verify: String?
        var body: String
    }

    private let bytes: [UInt8]
    private var root: XMLScanner.Tag?
    private var rootRange = 0..<0
    private var carriers: [Carrier] = []

    init(_ bytes: [UInt8]) throws(BakingError) {
        guard String(validating: bytes, as: UTF8.self) != nil, bytes.contains(UInt8(ascii: "<")) else {
            throw .notAPicture
        }
        self.bytes = bytes
        try scan()
        guard root != nil else { throw .notAPicture }
    }

    private mutating func scan() throws(BakingError) {
        var scanner = XMLScanner(bytes)
        /// The prefixes that mean badges within each of the elements that are open.
        var scopes: [[String: String]] = []
        var open: (carrier: Carrier, depth: Int)?
        var count = 0
        while let token = try scanner.next() {
            count += 1
            guard count <= Baking.partLimit else { throw .tooLarge }
            switch token.kind {
            case .other: break
            case .text(let text): open?.carrier.body += text
            case .start(let tag):
                let scope = try Self.scope(tag, in: scopes.last ?? [:])
                if scopes.isEmpty { try begin(tag, token.range) }
                if open == nil, let version = Self.version(tag, scope) {
                    let verify = tag.attributes.first { $0.name == "verify" }?.value
                    let carrier = Carrier(version: version, range: token.range, verify: verify, body: "")
                    if tag.isEmpty { carriers.append(carrier) } else { open = (carrier, scopes.count) }
                }
                guard scopes.count < Self.depthLimit else { throw .tooLarge }
                if !tag.isEmpty { scopes.append(scope) }
            case .end:
                guard scopes.popLast() != nil else { throw .damaged("a tag is closed that was not opened") }
                guard var done = open, done.depth == scopes.count else { break }
                done.carrier.range = done.carrier.range.lowerBound..<token.range.upperBound
                carriers.append(done.carrier)
                open = nil
            }
        }
        guard scopes.isEmpty else { throw .damaged("its end is missing") }
    }

    private mutating func begin(_ tag: XMLScanner.Tag, _ range: Range<Int>) throws(BakingError) {
        guard root == nil else { throw .damaged("it has two roots") }
        guard tag.name.split(separator: ":").last == "svg" else { throw .notAPicture }
        root = tag
        rootRange = range
    }

    /// Other namespaces are forgotten: a file may have thousands of them.
    private static func scope(
        _ tag: XMLScanner.Tag,
        in outer: [String: String]
    ) throws(BakingError) -> [String: String] {
        var scope = outer
        for attribute in tag.attributes where attribute.name.hasPrefix("xmlns") {
            let prefix = String(attribute.name.dropFirst("xmlns".count + 1))
            let isBadges = Baking.Version.allCases.contains { $0.namespace == attribute.value }
            if isBadges || scope[prefix] != nil { scope[prefix] = isBadges ? attribute.value : nil }
        }
        guard scope.count <= prefixLimit else { throw .tooLarge }
        return scope
    }

    private static func version(_ tag: XMLScanner.Tag, _ scope: [String: String]) -> Baking.Version? {
        let parts = tag.name.split(separator: ":", maxSplits: 1)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        return Baking.Version.allCases.first { scope[prefix] == $0.namespace && parts.last == $0.element[...] }
    }

    func badges() throws(BakingError) -> [Baking.Badge] {
        var badges: [Baking.Badge] = []
        for version in Baking.Version.allCases {
            let found = carriers.filter { $0.version == version }
            guard found.count <= 1 else { throw .severalBadges }
            guard let carrier = found.first else { continue }
            let body = carrier.body.trimmed
            badges.append(try Baking.Badge(version, body.isEmpty ? carrier.verify ?? "" : body))
        }
        return badges
    }

    // MARK: Baking

    func baked(_ badges: [Baking.Badge]) throws(BakingError) -> [UInt8] {
        guard let root else { throw .notAPicture }
        var declared = Dictionary(
            root.attributes.filter { $0.name == "xmlns:openbadges" }.map { ("openbadges", $0.value) }
        ) { first, _ in first }
        var elements = ""
        var declaration = ""
        for badge in badges {
            if declared["openbadges"] == nil {
                declared["openbadges"] = badge.version.namespace
                declaration = " xmlns:openbadges=\"\(badge.version.namespace)\""
            }
            elements += Self.element(badge, isDeclared: declared["openbadges"] == badge.version.namespace)
        }
        var tag = Array(bytes[rootRange])
        tag.removeLast(root.isEmpty ? 2 : 1)
        tag += "\(declaration)>\(elements)".utf8
        if root.isEmpty { tag += "</\(root.name)>".utf8 }
        return Array(bytes[..<rootRange.lowerBound]) + tag + rest(without: Set(badges.map(\.version)))
    }

    /// What follows the root's tag, without the badges that are replaced.
    private func rest(without versions: Set<Baking.Version>) -> [UInt8] {
        var rest: [UInt8] = []
        var position = rootRange.upperBound
        for carrier in carriers where versions.contains(carrier.version) {
            rest += bytes[position..<carrier.range.lowerBound]
            position = carrier.range.upperBound
        }
        return rest + bytes[position...]
    }

    /// JSON stands in the body, where `]]>` is spelled with an escape of JSON; everything else in `verify`.
    private static func element(_ badge: Baking.Badge, isDeclared: Bool) -> String {
        let declaration = isDeclared ? "" : " xmlns:openbadges=\"\(badge.version.namespace)\""
        let name = "openbadges:\(badge.version.element)"
        guard Baking.Badge.isJSON(badge.text) else {
            return "<\(name)\(declaration) verify=\"\(XMLScanner.escaped(badge.text))\"></\(name)>"
        }
        let json = badge.text.replacing("]]>", with: #"]]\u003e"#)
        return "<\(name)\(declaration)><![CDATA[\(json)]]></\(name)>"
    }
}
