import LinkedData
import Testing

@Suite("An ordered map")
struct OrderedMapTests {
    @Test("behaves the same when small and when large", arguments: [3, 8, 9, 40])
    func sizes(count: Int) {
        var map = OrderedMap<Int>()
        for number in 0..<count { map[Text("key \(number)")] = number }
        #expect(map.keys.map(\.string) == (0..<count).map { "key \($0)" })
        #expect(map["key 2"] == 2)
        #expect(map["other"] == nil)
        map["key 1"] = nil
        map["key 2", default: 0] += 40
        #expect(map["key 1"] == nil)
        #expect(map["key 2"] == 42)
        #expect(map.count == count - 1)
        let insertedTwice = map.insert(7, under: "key 2")
        #expect(!insertedTwice)
        #expect(map[Text("key \(count - 1)")] == (count == 3 ? 42 : count - 1))
    }

    @Test("is equal whatever the order")
    func equality() {
        #expect(["a": 1, "b": 2] as OrderedMap<Int> == ["b": 2, "a": 1])
        #expect(["a": 1] as OrderedMap<Int> != ["a": 1, "b": 2])
    }
}
