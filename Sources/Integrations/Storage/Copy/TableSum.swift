/// What a table holds, in two numbers: the same for the same rows, in whatever order and database they are.
struct TableSum: Sendable, Equatable {
    private(set) var rows = 0
    private var sum: UInt64 = 0

    mutating func add(_ values: [SQLValue]) {
        rows += 1
        var hash = FNV()
        for value in values { hash.add(value) }
        sum &+= hash.value
    }
}

/// FNV-1a, 64 bits: against mistakes of programs and disks, not of people.
private struct FNV {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ column: SQLValue) {
        switch column {
        case .null: add(tag: 0)
        case .integer(let number): add(number)
        case .bool(let truth): add(truth ? 1 : 0)
        case .date(let date): add(date.milliseconds)
        case .real(let number):
            add(tag: 2)
            add(bits: number.bitPattern)
        case .text(let text):
            add(tag: 3)
            for byte in text.utf8 { add(byte: byte) }
        case .blob(let bytes):
            add(tag: 4)
            for byte in bytes { add(byte: byte) }
        }
    }

    private mutating func add(_ number: Int) {
        add(tag: 1)
        add(bits: UInt64(bitPattern: Int64(number)))
    }

    private mutating func add(tag: UInt8) {
        add(byte: 0xFF)
        add(byte: tag)
    }

    private mutating func add(bits: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: bits >> shift)) }
    }

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
