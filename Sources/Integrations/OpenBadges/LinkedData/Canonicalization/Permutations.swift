/// All orders of some elements, one at a time, because nobody may wait for all of twenty.
///
/// They come in lexicographic order, the given one first. Elements of one class are interchangeable and stay in their
/// order: k elements of one class have one order, not k!.
struct Permutations: IteratorProtocol {
    private let elements: [Int]
    private let classes: [Int]
    /// Positions in `elements`; nil after the last order.
    private var order: [Int]?

    init(of elements: [Int], class classOf: (Int) -> Int) {
        self.elements = elements
        classes = elements.map(classOf)
        order = Array(elements.indices)
    }

    mutating func next() -> [Int]? {
        guard let current = order else { return nil }
        order = successor(of: current)
        return current.map { elements[$0] }
    }

    /// Puts the smallest possible larger position as far to the right as possible.
    private func successor(of order: [Int]) -> [Int]? {
        // What may come next from the part behind `place`: of every class its first position.
        var firsts: [Int: Int] = [:]
        for place in order.indices.reversed() {
            let position = order[place]
            let larger = firsts.filter { $0.key != classes[position] && $0.value > position }.values.min()
            if let larger { return order[..<place] + [larger] + order[place...].filter { $0 != larger }.sorted() }
            firsts[classes[position]] = position
        }
        return nil
    }
}
