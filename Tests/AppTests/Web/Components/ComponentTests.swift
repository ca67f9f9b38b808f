import Foundation
import Testing

@testable import App

@Suite("Parts of pages")
struct ComponentTests {
    @Test("write what people typed as text, never as markup")
    func escaping() {
        let evil = "\"><script>alert(1)</script>"
        let parts: [any Component] = [
            BadgeTile(name: evil, href: evil, picture: evil, note: evil, pill: Pill(evil, prefix: evil)),
            TextField(name: "a", label: evil, value: evil, hint: evil, error: evil, prefix: evil),
            TextArea(name: "a", label: evil, value: evil),
            RadioTiles(name: "a", label: evil, choices: [Choice(evil, evil)]),
            ErrorSummary(title: evil, errors: [ErrorSummary.Entry(field: evil, text: evil)]),
            Notice(tone: .ok, title: evil),
            EmptyState(title: evil, text: evil),
            Problem(title: evil, text: evil, action: .empty, reference: evil),
            Avatar(name: evil),
            CopyField(id: evil, label: evil, value: evil),
            Table(caption: evil, columns: [Table.Column(evil)], rows: [["\(evil)"]]),
        ]
        for part in parts { #expect(!part.html.text.contains("<script>")) }
    }

    @Test("tie a field to its label, hint and error")
    func field() {
        let html = TextField(name: "slug", label: "Web address", hint: "Short.", error: "Taken.").html.text
        #expect(html.contains("<label for=\"f-slug\">"))
        #expect(html.contains("aria-describedby=\"f-slug-hint f-slug-error\" aria-invalid=\"true\""))
        #expect(html.contains("id=\"f-slug-hint\"") && html.contains("id=\"f-slug-error\""))
    }

    @Test("link the error summary to the field")
    func summary() {
        let html = ErrorSummary(title: "One thing", errors: [ErrorSummary.Entry(field: "slug", text: "Taken.")]).html
            .text
        #expect(html.contains("role=\"alert\" tabindex=\"-1\""))
        #expect(html.contains("<a href=\"#f-slug\""))
        #expect(ErrorSummary(title: "None", errors: []).html.isEmpty)
    }

    @Test("keep a line break at the beginning of a text area")
    func textArea() {
        #expect(TextArea(name: "a", label: "A", value: "\nx").html.text.contains(">\n\nx</textarea>"))
    }

    @Test(
        "take initials from the first and the last word",
        arguments: [
            ("Priya Raman", "PR"), ("Ana Maria de Souza", "AS"), ("Cher", "C"), ("  ", "?"), ("相川 愛子", "相愛"),
            ("👩🏽‍🚀 x", "👩🏽‍🚀X"),
        ]
    )
    func initials(name: String, expected: String) {
        #expect(Avatar.initials(of: name) == expected)
    }

    @Test("show the first, the last and the nearby pages, and 0 for a gap")
    func pagination() {
        func shown(_ current: Int, _ count: Int) -> [Int] {
            Pagination(label: "Pages", current: current, count: count) { "?page=\($0)" }.shown
        }
        #expect(shown(1, 3) == [1, 2, 3])
        #expect(shown(1, 9) == [1, 2, 0, 9])
        #expect(shown(5, 9) == [1, 0, 4, 5, 6, 0, 9])
        #expect(shown(3, 9) == [1, 2, 3, 4, 0, 9])
        #expect(shown(4, 9) == [1, 2, 3, 4, 5, 0, 9])
        #expect(Pagination(label: "Pages", current: 1, count: 1) { _ in "" }.html.isEmpty)
    }

    @Test("end a chart at a round number above all values")
    func chart() {
        func top(_ value: Int) -> Int {
            BarChart(
                id: "a",
                title: "A",
                sentence: "A",
                series: ["A"],
                steps: [BarChart.Step(name: "A", values: [value])],
                stepName: "A"
            ).top
        }
        #expect([0, 7, 10, 11, 2_240, 99_999].map(top) == [1, 8, 10, 20, 3_000, 100_000])
    }

    @Test("run a chart from right to left where people read so, and say in words what it shows")
    func mirrored() {
        let chart = BarChart(
            id: "a",
            title: "A",
            sentence: "<b> 🐍",
            series: ["A"],
            steps: [BarChart.Step(name: "First", values: [3]), BarChart.Step(name: "Last", values: [1_500])],
            stepName: "Month"
        )
        func places(_ language: Language) -> [Int] {
            let html = Words.$current.withValue(Words.in(language)) { chart.html.text }
            #expect(html.contains("aria-label=\"&lt;b&gt; 🐍\""))
            return html.matches(of: /<rect class="one" x="(\d+)"/).compactMap { Int($0.1) }
        }
        let (english, hebrew) = (places(.english), places(.hebrew))
        #expect(english[0] < english[1] && hebrew[0] > hebrew[1])
        #expect(Words.$current.withValue(Words.in(.german)) { chart.html.text }.contains("1.500"))
    }
}
