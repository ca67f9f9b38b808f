/// Texts as C wants them, in one piece of memory.
struct CStrings {
    private var bytes: [CChar] = []
    private var starts: [Int?] = []

    init(_ texts: [String]) {
        for text in texts { append(text) }
    }

    init(capacity: Int) { starts.reserveCapacity(capacity) }

    mutating func append(_ text: String) {
        starts.append(bytes.count)
        for byte in text.utf8 { bytes.append(CChar(bitPattern: byte)) }
        bytes.append(0)
    }

    mutating func append(_ blob: [UInt8]) {
        starts.append(bytes.count)
        for byte in blob { bytes.append(CChar(bitPattern: byte)) }
        bytes.append(0)
    }

    mutating func appendNull() { starts.append(nil) }

    func withPointers<Result>(_ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { buffer in
            body(starts.map { start in start.flatMap { start in buffer.baseAddress.map { $0 + start } } })
        }
    }
}

/// The values of a statement in libpq's form: texts, of which PostgreSQL infers the types, and bytes as they are.
struct PostgresValues {
    private var strings: CStrings
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        strings = CStrings(capacity: values.count)
        lengths.reserveCapacity(values.count)
        formats.reserveCapacity(values.count)
        for value in values { append(value) }
    }

    private mutating func append(_ value: SQLValue) {
        if case .blob(let bytes) = value {
            strings.append(bytes)
            lengths.append(Int32(bytes.count))
            formats.append(1)
            return
        }
        if let text = value.postgresText { strings.append(text) } else { strings.appendNull() }
        lengths.append(0)
        formats.append(0)
    }

    func withParameters<Result>(
        _ body: ([UnsafePointer<CChar>?], UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        strings.withPointers { pointers in
            lengths.withUnsafeBufferPointer { lengths in
                formats.withUnsafeBufferPointer { formats in
                    body(pointers, lengths.baseAddress, formats.baseAddress)
                }
            }
        }
    }
}

extension SQLValue {
    /// As PostgreSQL reads it; nil for NULL.
    ///
    /// A date is a bigint of milliseconds, as in SQLite.
    var postgresText: String? {
        switch self {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        case .blob(let bytes): "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        case .date(let date): String(date.milliseconds)
        case .bool(let truth): truth ? "t" : "f"
        }
    }
}
