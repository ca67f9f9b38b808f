import Core
import Testing

@Suite("Form reader") struct FormReaderTests {
    @Test("tells everything that is wrong at once")
    func all() {
        var form = FormReader(["name": "  ", "text": String(repeating: "🏅", count: 11), "nul": "a\0b"])
        _ = form.text("name", called: "The name", limit: 10, required: true)
        _ = form.text("text", called: "The text", limit: 10, required: false)
        _ = form.text("nul", called: "The note", limit: 10, required: false)
        _ = form.text("missing", called: "The end", limit: 10, required: false)
        #expect(form.problems.map(\.field) == ["name", "text", "nul"])
        #expect(form.problems.map(\.message)[1] == "The text has 11 characters; 10 fit.")
        #expect(throws: InvalidForm(form.problems)) { try form.check() }
    }

    @Test("keeps emoji and right-to-left text, without the space around")
    func unicode() throws {
        var form = FormReader(["name": "  نور 👩🏽‍💻 🐍  "])
        #expect(form.text("name", called: "The name", limit: 10, required: true) == "نور 👩🏽‍💻 🐍")
        try form.check()
    }
}
