import Testing

@testable import Core

@Suite("CSV table") struct CSVTableTests {
    @Test(
        "reads what RFC 4180 and real files write",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a;b\n1;2,5\n", [["a", "b"], ["1", "2,5"]]),
            ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n\"1,\n\"\"one\"\"\",2\n", [["a", "b"], ["1,\n\"one\"", "2"]]),
            ("a,b\n\"x\"y,5\" disk\n", [["a", "b"], ["xy", "5\" disk"]]),
            ("a\n\"\"\n\n 🏅\u{301} \n", [["a"], [" 🏅\u{301} "]]),
            (",\n", [["", ""]]),
            ("", []),
        ]
    )
    func rows(text: String, fields: [[String]]) {
        #expect(CSVTable(Array(text.utf8)).rows.map(\.fields) == fields)
    }

    @Test("counts lines inside quotes, too") func lines() {
        let table = CSVTable(Array("a\n\"one\r\ntwo\rthree\nfour\"\nfive\n\nseven".utf8))
        #expect(table.rows.map(\.line) == [1, 2, 6, 8])
    }

    @Test("loses only the line whose quote is not closed") func unclosed() {
        let rows = CSVTable(Array("a,b\n1,\"2\n3,4\n".utf8)).rows
        #expect(rows.map(\.fields) == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(rows.map(\.fault) == [nil, "A quote is opened and not closed.", nil])
    }

    @Test("says which line is no UTF-8") func encoding() {
        let rows = CSVTable(Array("a,b\nM".utf8) + [0xFC] + Array("ller,1\nok,2\n".utf8)).rows
        #expect(rows.map { $0.fault == nil } == [true, false, true])
    }

    @Test("reads a file of quotes in one go") func quotes() {
        let line = "a\"b,\"\n"
        #expect(CSVTable(Array(String(repeating: line, count: 20_001).utf8)).rows.count > 1)
    }
}
