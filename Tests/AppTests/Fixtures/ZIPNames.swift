import Testing

/// The names of the files in a ZIP file, in its order, as its directory says (APPNOTE 6.3.10 §4.3.12).
func zipNames(_ bytes: [UInt8]) throws -> [String] {
    func number(_ at: Int, _ count: Int) -> Int { bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) } }
    let end = bytes.count - 22
    try #require(end >= 0 && bytes[end...].starts(with: [0x50, 0x4B, 5, 6]))
    var names: [String] = []
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
        let length = number(entry + 28, 2)
        names.append(String(decoding: bytes[entry + 46..<entry + 46 + length], as: UTF8.self))
        entry += 46 + length + number(entry + 30, 2) + number(entry + 32, 2)
    }
    try #require(entry == end)
    return names
}
