import LinkedData
import Testing

@Suite("The JSON reader")
struct JSONReaderTests {
    private func read(_ text: String, _ limits: JSONLimits = JSONLimits()) throws -> JSON {
        try JSONReader.read(Array(text.utf8), limits: limits)
    }

    @Test(
        "keeps numbers as they were written",
        arguments: ["0", "-0", "1.50", "1E400", "123456789012345678901234567890"]
    )
    func numbers(text: String) throws {
        guard case .number(let number) = try read(" \(text) ") else { return #expect(Bool(false)) }
        #expect(number.text.string == text)
        #expect(String(decoding: try read("[\(text)]").serialized, as: UTF8.self) == "[\(text)]")
    }

    @Test("reads every escape")
    func escapes() throws {
        let json = try read(#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83c\udfc5é🏅""#)
        #expect(json == .string("\"\\/\u{8}\u{C}\n\r\tA\u{e9}🏅é🏅"))
    }

    @Test("keeps the order of members and writes them back")
    func order() throws {
        let text = #"{"b":[1,{"z":null,"a":true}],"a":"x\n\u001f","c":{}}"#
        #expect(String(decoding: try read(text).serialized, as: UTF8.self) == text)
    }

    @Test(
        "refuses what is not JSON",
        arguments: [
            "", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.", ".5", "+1", "-",
            "1e",
            "tru", "nul", "'a'", "\"\n\"", "\"a", "\"\\x\"", "\"\\u12g4\"", "1 2", "NaN", "\u{FEFF}1", "[1]]", "\"\\u",
        ]
    )
    func syntax(text: String) throws {
        let error = #expect(throws: JSONError.self) { try read(text) }
        guard case .syntax = error else { return #expect(error == nil) }
    }

    @Test(
        "refuses surrogates without a partner",
        arguments: [#""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, #""\ud800x""#]
    )
    func surrogates(text: String) {
        let error = #expect(throws: JSONError.self) { try read(text) }
        guard case .invalidUnicode = error else { return #expect(error == nil) }
    }

    @Test("refuses bytes that are not UTF-8")
    func invalidUTF8() {
        #expect(throws: JSONError.invalidUnicode(offset: 1)) {
            try JSONReader.read([0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D])
        }
    }

    @Test("refuses two members with one name", arguments: [#"{"a":1,"b":2,"a":3}"#, #"{"x":{"é":1,"\u00e9":1}}"#])
    func duplicates(text: String) {
        let error = #expect(throws: JSONError.self) { try read(text) }
        guard case .duplicateMember = error else { return #expect(error == nil) }
    }

    @Test("tells names apart that Swift's strings do not")
    func canonicalEquivalence() throws {
        let json = try read("{\"\u{e9}\":1,\"e\u{301}\":2,\"\u{212A}\":3}")
        #expect(json["\u{e9}"] == 1)
        #expect(json["e\u{301}"] == 2)
        #expect(json["K"] == nil)
    }

    @Test("finds a duplicate among many members")
    func manyMembers() {
        let members = (0..<500).map { "\"m\($0)\":0" } + ["\"m250\":0"]
        #expect(throws: JSONError.duplicateMember("m250")) { try read("{\(members.joined(separator: ","))}") }
    }

    @Test("stops at its limits")
    func limits() throws {
        var limits = JSONLimits()
        limits.depth = 3
        limits.bytes = 10
        #expect(try read("[[[]]]", limits) == [[[]]])
        #expect(throws: JSONError.tooDeep(limit: 3)) { try read("[[[[]]]]", limits) }
        #expect(throws: JSONError.tooLarge(limit: 10)) { try read("\"123456789\"", limits) }
        #expect(throws: JSONError.tooDeep(limit: 64)) { try read(String(repeating: "[", count: 100_000)) }
    }
}
