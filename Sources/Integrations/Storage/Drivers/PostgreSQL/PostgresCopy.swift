import CPQ

/// Many rows for one table, by COPY in its text format.
struct PostgresCopy {
    private let link: PostgresLink
    private let statement: String
    private static let bufferSize = 1 << 16

    init(_ link: PostgresLink, _ table: String, _ columns: [String]) {
        self.link = link
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        statement = "COPY \"\(table)\" (\(names)) FROM STDIN"
    }

    func run(_ rows: (_ insert: ([SQLValue]) throws -> Void) throws -> Void) throws {
        try link.run(statement)
        var buffer: [UInt8] = []
        do {
            try rows { values in
                Self.append(values, to: &buffer)
                if buffer.count >= Self.bufferSize { try send(&buffer) }
            }
            try send(&buffer)
        } catch {
            PQputCopyEnd(link.pointer, "given up")
            link.passResults()
            throw error
        }
        guard PQputCopyEnd(link.pointer, nil) == 1 else { throw PostgresFailure(nil, on: link.pointer) }
        try link.finishResults()
    }

    private func send(_ buffer: inout [UInt8]) throws(PostgresFailure) {
        let sent = buffer.withUnsafeBytes { bytes in
            PQputCopyData(link.pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard sent == 1 else { throw PostgresFailure(nil, on: link.pointer) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// A line: tabs between values, `\N` for NULL, backslashes before what would be taken for either.
    private static func append(_ values: [SQLValue], to buffer: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            guard let text = value.postgresText else {
                buffer += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
                continue
            }
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\\"): buffer += [byte, byte]
                case UInt8(ascii: "\t"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
                case UInt8(ascii: "\n"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
                case UInt8(ascii: "\r"): buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
                default: buffer.append(byte)
                }
            }
        }
        buffer.append(UInt8(ascii: "\n"))
    }
}
