import Core
import Foundation
import HTTPTypes
import Storage
import Testing

@testable import App

@Suite("Form bodies") struct FormBodyTests {
    @Test("are read as browsers write them")
    func urlEncoded() throws {
        let form = try URLEncodedForm.read(Array("a=1+2&b=%F0%9F%8F%85%26&a=3&c&=x&&".utf8))
        #expect(form.fields == ["a": "3", "b": "🏅&", "c": "", "": "x"])
        #expect(form.lists["a"] == ["1 2", "3"])
    }

    @Test("are refused when they arrive damaged", arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%FF", "a=%C3%28"])
    func damaged(text: String) {
        #expect(throws: FormError.self) { try URLEncodedForm.read(Array(text.utf8)) }
    }

    @Test("may hold ten thousand fields")
    func many() throws {
        let text = (0..<10_000).map { "f\($0)=\($0)" }.joined(separator: "&")
        #expect(try URLEncodedForm.read(Array(text.utf8)).fields.count == 10_000)
    }

    private static let type = "multipart/form-data; boundary=\"b\""

    private func multipart(_ text: String, _ type: String = type) throws -> FormBody {
        try MultipartForm.read(Array(text.utf8), contentType: type)
    }

    @Test("with files are read part by part, byte by byte")
    func parts() throws {
        let text = """
            preamble\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n🏅\r\n--c\r\n\r\n--b\r\n\
            content-disposition: form-data; name="f"; filename="x;y%22.png"\r\nContent-Type: image/png\r\n\r\n\0\r\n\0\
            \r\n--b\r\nContent-Disposition: form-data; name="none"; filename=""\r\n\r\n\r\n--b--\r\n
            """
        let form = try multipart(text)
        #expect(form.fields == ["a": "🏅\r\n--c\r\n"])
        #expect(form.files["f"]?.bytes == [0, 13, 10, 0])
        #expect(form.files["none"] == nil)
    }

    @Test(
        "with files are refused when they are cut off or no form",
        arguments: [
            "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
            "--b\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", "nothing",
        ]
    )
    func truncated(text: String) {
        #expect(throws: FormError.self) { try multipart(text) }
    }

    @Test(
        "with files need a boundary",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
        ]
    )
    func boundary(type: String) {
        #expect(throws: FormError.malformed("its boundary is missing")) { try multipart("--b--", type) }
    }

    @Test("with files have at most 200 parts, and text that is UTF-8")
    func limits() {
        let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
        #expect(throws: FormError.malformed("it has too many parts")) {
            try multipart(String(repeating: part, count: 201) + "--b--")
        }
        let bytes =
            Array("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF] + Array("\r\n--b--".utf8)
        #expect(throws: FormError.malformed("text that is not UTF-8")) {
            try MultipartForm.read(bytes, contentType: Self.type)
        }
    }
}

@Suite("Markdown") struct MarkdownTests {
    @Test(
        "cannot do anything",
        arguments: [
            "<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>",
            "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)", "![x](https://evil.example/pixel.png)",
            "<a href='javascript:alert(1)'>x</a>", "[x](vbscript:x)", "<svg onload=alert(1)>",
        ]
    )
    func hostile(text: String) {
        let html = Markdown.html(text).text.lowercased()
        for bad in ["<script", "javascript:", "<img", "onerror", "data:", "vbscript:", "<svg"] {
            #expect(!html.contains(bad))
        }
    }

    @Test("begins headings below those of the page and keeps any script")
    func headings() {
        #expect(Markdown.html("# One 🏅\n\n##### Five").text == "<h3>One 🏅</h3>\n<h6>Five</h6>\n")
        #expect(Markdown.html("**نور** & `<b>`").text == "<p><strong>نور</strong> &amp; <code>&lt;b&gt;</code></p>\n")
        #expect(Markdown.html("").text.isEmpty)
    }

    @Test("turns a picture into its description")
    func picture() {
        #expect(Markdown.html("![a *cat*](https://a.example/c.png)").text == "<p>a <em>cat</em></p>\n")
    }
}

@Suite("Rate limit") struct RateLimitTests {
    @Test("counts a minute for each key alone")
    func counts() {
        let limit = RateLimit(2)
        let date = Date(timeIntervalSince1970: 0)
        #expect([0, 1, 2].map { limit.allows("a", at: date + $0) } == [true, true, false])
        #expect(limit.allows("b", at: date + 2))
        #expect(limit.allows("a", at: date + 60))
        #expect(!limit.allows("a", at: date + 60.5))
    }
}
