import Foundation
import Testing

@testable import App

@Suite("HTML")
struct HTMLTests {
    @Test("escapes what people typed and leaves markup of ours alone")
    func escapes() {
        let name = #"<b>"Tom" & 'Ann'</b>"#
        let html: HTML = "<p title=\"\(name)\">\(name)</p>"
        let escaped = "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;"
        #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test("escapes a quote that carries a combining mark")
    func combining() {
        let html: HTML = "<a title=\"\("x\"\u{301} onmouseover=alert(1)")\">"
        #expect(
            html.text.unicodeScalars.elementsEqual("<a title=\"x&quot;\u{301} onmouseover=alert(1)\">".unicodeScalars)
        )
    }

    @Test(
        "keeps every other text byte for byte",
        arguments: [
            "", "plain", "🏅👩🏽‍🚀", "שלום عالم", "日本語", "e\u{301}", "a\u{200F}b", String(repeating: "é", count: 5_000),
        ]
    )
    func keeps(text: String) {
        #expect(HTML(escaping: text).utf8 == Array(text.utf8))
    }

    @Test("shows a replacement for NUL, which no HTML may hold")
    func nul() {
        #expect(HTML(escaping: "a\0b").text == "a\u{FFFD}b")
    }

    @Test("escapes parts of a text as the text itself")
    func substrings() {
        #expect(HTML(escaping: "one <two> three".dropFirst(4).prefix(5)).text == "&lt;two&gt;")
    }

    @Test("takes in lists, numbers, and nothing")
    func parts() {
        let missing: HTML? = nil
        let rows: [HTML] = ["<i>1</i>", "<i>2</i>"]
        let html: HTML = "\(rows)\(missing)\(42)\(HTML(joining: rows))"
        #expect(html.text == "<i>1</i><i>2</i>42<i>1</i><i>2</i>")
    }

    @Test("writes an attribute only when there is a value for it")
    func attributes() {
        let html: HTML = "<a\(attribute: "lang", "a\"b")\(attribute: "rel", nil)\(attribute: "hidden", when: true)>"
        #expect(html.text == "<a lang=\"a&quot;b\" hidden>")
    }

    @Test(
        "lets addresses through that only lead somewhere",
        arguments: [
            "https://example.org/?a=1#b", "http://example.org", "MAILTO:a@example.org", "/badges/a:b", "?q=a:b",
            "#main", "",
            "badge.svg", "//cdn.example.org/x",
        ]
    )
    func addresses(text: String) {
        let html: HTML = "\(url: text)"
        #expect(html.text == text)
    }

    @Test(
        "refuses addresses that could do something",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "blob:x", "javascript&colon;:alert(1)",
        ]
    )
    func refused(text: String) {
        let html: HTML = "\(url: text)"
        #expect(html.text == "about:invalid")
    }

    @Test("escapes addresses too")
    func escapedAddress() {
        let html: HTML = "\(url: "/search?q=\"&x=1")"
        #expect(html.text == "/search?q=&quot;&amp;x=1")
    }
}
