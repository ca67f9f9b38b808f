import Testing

@testable import LinkedData

@Suite("Permutations")
struct PermutationsTests {
    private func all(_ elements: [Int], _ classOf: (Int) -> Int) -> [[Int]] {
        var permutations = Permutations(of: elements, class: classOf)
        var all: [[Int]] = []
        while let next = permutations.next() { all.append(next) }
        return all
    }

    @Test("are all orders, the given one first")
    func allOrders() {
        let expected = [[7, 5, 9], [7, 9, 5], [5, 7, 9], [5, 9, 7], [9, 7, 5], [9, 5, 7]]
        #expect(all([7, 5, 9]) { $0 } == expected)
        #expect(Set(all([1, 2, 3, 4, 5]) { $0 }).count == 120)
        #expect(all([]) { $0 } == [[]])
    }

    @Test("leave interchangeable elements in their order")
    func classes() {
        // 0 and 2 are of one class: of every pair of orders the first one is left.
        #expect(all([0, 1, 2]) { $0 % 2 } == [[0, 1, 2], [0, 2, 1], [1, 0, 2]])
        #expect(all([1, 2, 3, 4, 5, 6]) { _ in 0 } == [[1, 2, 3, 4, 5, 6]])
        #expect(all([1, 2, 3, 4, 5, 6]) { $0 % 2 }.count == 20)
    }
}
