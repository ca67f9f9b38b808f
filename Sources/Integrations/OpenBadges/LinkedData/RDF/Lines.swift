/// Lines in one buffer, which can be sorted by their bytes.
struct Lines {
    private(set) var bytes: [UInt8] = []
    private var ranges: [Range<Int>] = []

    var count: Int { ranges.count }

    /// - Parameter write: appends one line with its line feed.
    mutating func add(_ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        write(&bytes)
        ranges.append(start..<bytes.count)
    }

    mutating func reserve(bytes count: Int) { bytes.reserveCapacity(count) }

    /// All lines in code point order.
    func sorted() -> [UInt8] {
        guard count > 1 else { return bytes }
        return bytes.withUnsafeBufferPointer { bytes in
            let sorted = ranges.sorted { left, right in
                compare(UnsafeBufferPointer(rebasing: bytes[left]), UnsafeBufferPointer(rebasing: bytes[right])) < 0
            }
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count)
            for range in sorted { output.append(contentsOf: bytes[range]) }
            return output
        }
    }
}
