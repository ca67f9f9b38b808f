/// Counts what is drawn when every reference is followed: ten lines can stand for a billion shapes.
struct SVGExpansion {
    private static let nodeLimit = 50_000
    private static let depthLimit = 200

    private var byID: [String: SVGElement] = [:]
    private var known: [String: Size] = [:]
    /// What is being counted: a reference to it would never end.
    private var path: Set<String> = []

    private struct Size {
        var nodes: Int
        var depth: Int
    }

    static func check(_ root: SVGElement) throws(PictureError) {
        var expansion = Self()
        expansion.collect(root)
        _ = try expansion.size(of: root, depth: 0)
    }

    private mutating func collect(_ element: SVGElement) {
        if let id = element.attributes["id"] { byID[id] = element }
        for child in element.elements { collect(child) }
    }

    private mutating func size(of element: SVGElement, depth: Int) throws(PictureError) -> Size {
        let id = element.attributes["id"]
        if let id, let size = known[id] { return try checked(size, at: depth) }
        if let id, !path.insert(id).inserted { throw .unsuitable("The SVG draws itself inside of itself.") }
        var size = Size(nodes: 1, depth: 1)
        for part in element.elements + references(of: element) {
            guard depth < Self.depthLimit else { throw Self.tooMuch }
            let inner = try self.size(of: part, depth: depth + 1)
            size = try checked(
                Size(nodes: size.nodes + inner.nodes, depth: max(size.depth, inner.depth + 1)),
                at: depth
            )
        }
        if let id {
            path.remove(id)
            known[id] = size
        }
        return size
    }

    private func references(of element: SVGElement) -> [SVGElement] {
        element.attributes.sorted { $0.key < $1.key }
            .flatMap { SVGValue.references(in: $0.value, of: $0.key) }
            .compactMap { byID[$0] }
    }

    private func checked(_ size: Size, at depth: Int) throws(PictureError) -> Size {
        guard size.nodes <= Self.nodeLimit, size.depth + depth <= Self.depthLimit else { throw Self.tooMuch }
        return size
    }

    private static let tooMuch = PictureError.unsuitable(
        "The SVG repeats its parts too often. Simplify it and try once more."
    )
}
