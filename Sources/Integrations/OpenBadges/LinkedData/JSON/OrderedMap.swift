/// Values under names, in the order of their first appearance.
///
/// Up to `smallSize` names are searched one after the other, which is faster than hashing; larger maps keep an index,
/// so that a document with very many members stays linear.
package struct OrderedMap<Value> {
    package typealias Entry = (key: Text, value: Value)

    package private(set) var entries: [Entry] = []
    private var index: [Text: Int] = [:]

    private static var smallSize: Int { 8 }

    package init() {}

    package var count: Int { entries.count }
    package var isEmpty: Bool { entries.isEmpty }
    package var keys: some Sequence<Text> { entries.lazy.map(\.key) }

    package subscript(key: Text) -> Value? {
        get { position(of: key).map { entries[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): entries[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): add(value, under: key)
            case (nil, nil): break
            }
        }
    }

    /// Reads and changes in place, starting from `initial` if there is nothing yet.
    package subscript(key: Text, default initial: @autoclosure () -> Value) -> Value {
        get { self[key] ?? initial() }
        _modify {
            let position = position(of: key) ?? add(initial(), under: key)
            yield &entries[position].value
        }
    }

    package func contains(_ key: Text) -> Bool { position(of: key) != nil }

    /// Adds a value whose name is new; false, and nothing changes, if it is not.
    package mutating func insert(_ value: Value, under key: Text) -> Bool {
        guard position(of: key) == nil else { return false }
        add(value, under: key)
        return true
    }

    private func position(of key: Text) -> Int? {
        guard index.isEmpty else { return index[key] }
        return entries.firstIndex { $0.key == key }
    }

    @discardableResult
    private mutating func add(_ value: Value, under key: Text) -> Int {
        entries.append((key, value))
        if !index.isEmpty {
            index[key] = entries.count - 1
        } else if entries.count > Self.smallSize {
            buildIndex()
        }
        return entries.count - 1
    }

    private mutating func remove(at position: Int) {
        entries.remove(at: position)
        if !index.isEmpty { buildIndex() }
    }

    private mutating func buildIndex() {
        index.removeAll(keepingCapacity: true)
        for (position, entry) in entries.enumerated() { index[entry.key] = position }
    }
}

extension OrderedMap: Sendable where Value: Sendable {}

extension OrderedMap: Equatable where Value: Equatable {
    /// The order of members carries no meaning (RFC 8259 §4).
    package static func == (left: Self, right: Self) -> Bool {
        left.count == right.count && left.entries.allSatisfy { right[$0.key] == $0.value }
    }
}

extension OrderedMap: Sequence {
    package func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}

extension OrderedMap: ExpressibleByDictionaryLiteral {
    /// The last of several values under one name wins.
    package init(dictionaryLiteral elements: (Text, Value)...) {
        for (key, value) in elements { self[key] = value }
    }
}
