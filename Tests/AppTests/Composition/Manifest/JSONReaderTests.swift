import Testing

@testable import App

@Suite("JSON with positions") struct JSONReaderTests {
    @Test("knows where every key and value stands, counting characters")
    func positions() throws {
        let json = try read("{ \"👩‍👩‍👧é\": [1, \"ü\",\r\n\t{\"a\": null}],\r \"b\": -0.50e+7 }")
        let members = try #require(json.members)
        #expect(members.map(\.position.description) == ["1:3", "3:2"])
        #expect(members.map(\.value.position.description) == ["1:9", "3:7"])
        #expect(json.position(at: "/👩‍👩‍👧é/1").description == "1:13")
        #expect(json.position(at: "/👩‍👩‍👧é/2/a").description == "2:8")
    }

    @Test("finds the nearest place when a pointer leads nowhere", arguments: ["/a~1b/9", "/a~1b/x", "/a~1b"])
    func pointers(pointer: String) throws {
        #expect(try read(#"{"a/b": [1]}"#).position(at: pointer).description == "1:9")
    }

    @Test(
        "keeps what it reads to the last digit",
        arguments: [
            (" [ ] ", "[]"), ("{}", "{}"), ("\"\\ud83c\\udfc5 \\/\\n\"", "\"🏅 /\\u000a\""),
            ("[true,false,null]", "[true,false,null]"),
            ("123456789012345678901234567890.10", "123456789012345678901234567890.10"),
            ("-0", "-0"), ("1E-400", "1E-400"), (#"{"a":1,"x-b":2,"//":3,"c":{"//c":[]}}"#, #"{"a":1,"c":{}}"#),
        ]
    )
    func keeps(text: String, compact: String) throws {
        #expect(try read(text).plain.compact == compact)
    }

    @Test(
        "refuses what is not JSON, with the place and a sentence",
        arguments: [
            ("", "1:1", "The file ends too early. \(due)"),
            ("{", "1:2", "The file ends too early. A key in double quotes is due here."),
            ("[1,]", "1:3", "A comma may not stand after the last member of the list."),
            (#"{"a":1,}"#, "1:7", "A comma may not stand after the last member of the object."),
            ("[1 2]", "1:4", "A comma or ] is due here."), (#"{"a" 1}"#, "1:6", "A colon is due after the key."),
            (#"{a: 1}"#, "1:2", "A key in double quotes is due here."),
            ("['a']", "1:2", "A text stands in double quotes."),
            ("// x", "1:1", "JSON has no comments. Use a member whose key begins with \"//\"."),
            (#"{"é":1, "x":2, "é":3}"#, "1:16", "This key stands here already, at 1:2."),
            (#"{"a":1,"\u0061":3}"#, "1:8", "This key stands here already, at 1:2."),
            ("1 1", "1:3", "Something stands after the end of the JSON value."),
            ("01", "1:1", "A number may not begin with 0 and go on with digits."),
            ("1.", "1:3", "The file ends too early. A digit is due here."),
            ("[.5]", "1:2", due), ("[+1]", "1:2", due), ("[1e]", "1:4", "A digit is due here."),
            ("[-]", "1:3", "A digit is due here."),
            ("[NaN]", "1:2", due), ("[tru]", "1:2", due), ("[truer]", "1:6", "A comma or ] is due here."),
            ("\"a\nb\"", "1:3", "The text does not end on its line. A line end is written \\n."),
            ("\"a\u{1}b\"", "1:3", "A control character may not stand in a text. It is written \\u00XX."),
            ("\"a\0b\"", "1:3", "A control character may not stand in a text. It is written \\u00XX."),
            ("[\0]", "1:2", "The character NUL may not stand here."),
            ("\"\\u0000\"", "1:2", "The character NUL may not stand in a text."),
            ("\"🏅\\ud83c\"", "1:3", "Half of a surrogate pair is not a character."),
            ("\"\\udfc5\"", "1:2", "Half of a surrogate pair is not a character."),
            ("\"\\ud83c\\u0041\"", "1:2", "Half of a surrogate pair is not a character."),
            ("\"\\u12\"", "1:2", "After \\u four hexadecimal digits are due."),
            ("\"\\u１２３４\"", "1:2", "After \\u four hexadecimal digits are due."),
            ("\"\\x\"", "1:2", "After a backslash only \" \\ / b f n r t u may stand."),
            ("\"a", "1:3", "The file ends inside a text."), ("\"a\\", "1:4", "The file ends inside a text."),
            ("\u{FEFF}{}", "1:1", "The file begins with a byte order mark. Save it as UTF-8 without one."),
        ]
    )
    func refuses(text: String, place: String, message: String) {
        let problem = #expect(throws: JSONProblem.self) { try read(text) }
        #expect(problem?.position.description == place)
        #expect(problem?.message == message)
    }

    @Test(
        "refuses what is not UTF-8",
        arguments: [
            ([0xFF, 0xFE, 0x7B, 0x00], "1:1"), ([0x5B, 0x0A, 0x22, 0xC3, 0x22], "2:2"),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2"), ([0x22, 0xC0, 0x80, 0x22], "1:2"),
        ] as [([UInt8], String)]
    )
    func encoding(bytes: [UInt8], place: String) {
        let problem = #expect(throws: JSONProblem.self) { try JSONReader.read(bytes) }
        #expect(problem?.position.description == place)
        #expect(problem?.message == "The file is not UTF-8 from here on. Save it as UTF-8.")
    }

    @Test("reads 64 levels and refuses the next", arguments: ["[", "{\"a\":"])
    func depth(open: String) throws {
        let close = open == "[" ? "]" : "}"
        let value = open == "[" ? "" : "1"
        func nested(_ levels: Int) -> String {
            String(repeating: open, count: levels - 1) + (open == "[" ? "[" : "{\"a\":") + value
                + String(repeating: close, count: levels)
        }
        _ = try read(nested(64))
        let problem = #expect(throws: JSONProblem.self) { try read(nested(65)) }
        #expect(problem?.message == "Lists and objects may be nested 64 deep, not deeper.")
    }

    @Test("survives a mebibyte of brackets and refuses more than a mebibyte")
    func size() {
        let brackets = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
        let deep = #expect(throws: JSONProblem.self) { try JSONReader.read(brackets) }
        #expect(deep?.position == TextPosition(line: 1, column: 65))
        let large = #expect(throws: JSONProblem.self) { try JSONReader.read(brackets + [UInt8(ascii: "[")]) }
        #expect(large?.message == "The file has 1048577 bytes; at most 1048576 are read.")
    }

    private static let due = "A value is due here: a text in double quotes, a number, true, false, { or [."

    private func read(_ text: String) throws -> PositionedJSON { try JSONReader.read(Array(text.utf8)) }
}
