/// The keywords of JSON-LD 1.1 (§1.7 of the syntax): the name of a case is the keyword without its `@`.
enum Keyword: UInt8, Sendable, CaseIterable {
    case base
    case container
    case context
    case direction
    case graph
    case id
    case `import`
    case included
    case index
    case json
    case language
    case list
    case nest
    case none
    case prefix
    case propagate
    case protected
    case reverse
    case set
    case type
    case value
    case version
    case vocab

    /// nil for everything else, which is most of what is asked.
    init?(_ text: Text) {
        guard text.startsWithAt, let keyword = Self.byName[text] else { return nil }
        self = keyword
    }

    var text: Text { Self.names[Int(rawValue)] }

    private static let names = allCases.map { Text("@\($0)") }
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.text, $0) })
}

extension Text {
    fileprivate var startsWithAt: Bool { utf8.first == UInt8(ascii: "@") }

    /// `@` and letters only: reserved for keywords to come, and ignored until then.
    var hasFormOfKeyword: Bool {
        guard startsWithAt, count > 1 else { return false }
        return utf8.dropFirst().allSatisfy(\.isASCIILetter)
    }
}

extension UInt8 {
    var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }

    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
