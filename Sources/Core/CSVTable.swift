/// The lines of a CSV file (RFC 4180), and what real files add to it.
///
/// The separator is the first of `,` `;` and tab in the header. A field in quotes may hold separators, line ends and
/// doubled quotes; a quote inside an unquoted field is a quote. Line ends are LF, CRLF or CR. A byte order mark is
/// skipped. Empty lines are left out. Never fails: bytes that are no UTF-8 and quotes that are not closed mark a row
/// as broken, and reading goes on with the next line.
package struct CSVTable {
    package struct Row: Equatable {
        /// Where it begins; the first line is 1.
        package var line: Int
        package var fields: [String]
        /// What is wrong with it, for people.
        package var fault: String?
    }

    package private(set) var rows: [Row] = []

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1
    /// False once a quote ran to the end of the file: from there on a quoted field ends with its line.
    private var allowsLineEnds = true

    package init(_ file: [UInt8]) {
        bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
        let header = bytes.prefix { !$0.isLineEnd }
        separator = header.first { [.comma, .semicolon, .tab].contains($0) } ?? .comma
        while position < bytes.count { readRow() }
    }

    private mutating func readRow() {
        let start = (position: position, line: line)
        var row = Row(line: line, fields: [])
        while true {
            guard let field = readField() else {
                (position, line) = start
                allowsLineEnds = false
                return readRow()
            }
            if field.isUnclosed { row.fault = "A quote is opened and not closed." }
            if let text = String(validating: field.bytes, as: UTF8.self) {
                row.fields.append(text)
            } else {
                row.fields.append("")
                row.fault = "It is not UTF-8. Save the file as “CSV UTF-8”."
            }
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        skipLineEnd()
        if row.fields != [""] || row.fault != nil { rows.append(row) }
    }

    /// Reads up to the separator or line end.
    ///
    /// - Returns: nil when a quote is open at the end of the file.
    private mutating func readField() -> (bytes: [UInt8], isUnclosed: Bool)? {
        var field: [UInt8] = []
        guard position < bytes.count, bytes[position] == .quote else { return (takePlain(), false) }
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .quote {
                position += 1
                guard position < bytes.count, bytes[position] == .quote else { return (field + takePlain(), false) }
            } else if byte.isLineEnd {
                guard allowsLineEnds else { return (field, true) }
                if byte != .return || position + 1 == bytes.count || bytes[position + 1] != .newline { line += 1 }
            }
            field.append(byte)
            position += 1
        }
        return allowsLineEnds ? nil : (field, true)
    }

    private mutating func takePlain() -> [UInt8] {
        let rest = bytes[position...].prefix { $0 != separator && !$0.isLineEnd }
        position += rest.count
        return Array(rest)
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        position += bytes[position...].starts(with: [.return, .newline]) ? 2 : 1
        line += 1
    }
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let semicolon = UInt8(ascii: ";")
    fileprivate static let tab = UInt8(ascii: "\t")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let newline = UInt8(ascii: "\n")
    fileprivate static let `return` = UInt8(ascii: "\r")

    fileprivate var isLineEnd: Bool { self == .newline || self == .return }
}
