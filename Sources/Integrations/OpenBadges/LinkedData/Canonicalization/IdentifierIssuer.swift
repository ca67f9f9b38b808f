/// Gives out `prefix0`, `prefix1`, … in the order in which it is asked (RDFC-1.0 §4.3, "identifier issuer").
///
/// Blank nodes are named by their index in the dataset.
struct IdentifierIssuer {
    private let prefix: Text
    /// The blank nodes that have an identifier, in the order of their identifiers.
    private(set) var order: [Int] = []
    private var identifiers: [Int: Text] = [:]

    init(prefix: Text) { self.prefix = prefix }

    /// §4.5 Issue Identifier Algorithm.
    @discardableResult
    mutating func issue(_ node: Int) -> Text {
        if let identifier = identifiers[node] { return identifier }
        let identifier = Text("\(prefix.string)\(order.count)")
        identifiers[node] = identifier
        order.append(node)
        return identifier
    }

    subscript(node: Int) -> Text? { identifiers[node] }
    func has(_ node: Int) -> Bool { identifiers[node] != nil }
}
