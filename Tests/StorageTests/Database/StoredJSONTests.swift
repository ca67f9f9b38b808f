import Testing

@testable import Storage

@Suite("JSON in a column")
struct StoredJSONTests {
    @Test("gives back what went in", arguments: ["", "🏅", #"\"#, #"\u0000"#, #"\\u0000"#, "\u{1}", "a/b", "\u{2028}"])
    func roundTrip(text: String) throws {
        #expect(try StoredJSON.array(StoredJSON.text([text])) == [text])
    }

    @Test("refuses NUL, however it is surrounded", arguments: ["\0", "\\\0", #"\u0000"# + "\0", "🏅\0"])
    func refusesNUL(text: String) {
        #expect(throws: StorageError.unstorableText) { try StoredJSON.text([text]) }
    }

    @Test("says what cannot be read")
    func unreadable() {
        #expect(throws: SQLError.self) { try StoredJSON.value("{", as: [String].self) }
    }
}
