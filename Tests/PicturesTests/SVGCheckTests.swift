import Core
import Foundation
import Testing

@testable import Pictures

@Suite("An uploaded SVG") struct SVGCheckTests {
    @Test(
        "from real programs is taken",
        arguments: [
            "realworld/badgr/test_badgeclass.svg", "realworld/badgr/hacked-svg-with-embedded-script-tags.svg",
            "baking/mozilla/unbaked.svg", "baking/mozilla/baked.svg", "baking/mozilla/no-json.svg",
            "baking/mozilla/bad-json.svg",
        ]
    )
    func real(path: String) throws {
        let picture = try PictureCheck.picture(Vectors.bytes(path))
        #expect(picture.mediaType == .svg)
        #expect(XMLParserProbe.elements(in: picture.bytes).isSubset(of: ["svg", "g", "path", "polygon", "title"]))
        #expect(try PictureCheck.picture(picture.bytes) == picture)
    }

    @Test("with the badge in it comes out as the one without")
    func baked() throws {
        let baked = try PictureCheck.picture(Vectors.bytes("baking/mozilla/baked.svg"))
        #expect(try baked == PictureCheck.picture(Vectors.bytes("baking/mozilla/unbaked.svg")))
    }

    @Test("with scripts in it comes out harmless, and looks as before")
    func hacked() throws {
        let bytes = try Vectors.bytes("realworld/badgr/hacked-svg-with-embedded-script-tags.svg")
        let text = String(decoding: try PictureCheck.picture(bytes).bytes, as: UTF8.self)
        for word in ["script", "alert", "onload", "foreignObject", "handler", "<set", "href", "style", "class"] {
            #expect(!text.contains(word))
        }
        #expect(text.contains(#"<g display="none" id="Layer_1"/><g id="Layer_2">"#))
        #expect(text.contains(##"stroke="#FFFFFF" stroke-miterlimit="10" stroke-width="0.5""##))
        #expect(text.components(separatedBy: "<path").count - 1 == 1655)
    }

    @Test(
        "comes out as the drawing in it",
        arguments: [
            ("<path d='M0 0\n\tL1,1z'/>", "<path d=\"M0 0 L1,1z\"/>"),
            (
                "<g xmlns:a='b' a:c='d' data-x='1' class='x' aria-label='y' fill='red'><path/></g>",
                "<g fill=\"red\"><path/></g>"
            ),
            (
                "<path fill='url(#a)' stroke='url( \"#a\" )' clip-path='url(\"#a\")' mask='url(#ü)'/>",
                "<path clip-path=\"url(#a)\" fill=\"url(#a)\"/>"
            ),
            (
                "<path fill='rgb(0 0 0 / 50%)' transform='rotate(-1.5e2) translate(1,2)'/>",
                "<path fill=\"rgb(0 0 0 / 50%)\" transform=\"rotate(-1.5e2) translate(1,2)\"/>"
            ),
            (
                "<path fill='red' style='fill: blue !important; stroke-width:2;;behavior:url(x);-moz-binding:url(#a);stroke'/>",
                "<path fill=\"blue\" stroke-width=\"2\"/>"
            ),
            (
                "<use xlink:href='#a'/><use href=' #b '/><rect href='#a'/>",
                "<use href=\"#a\"/><use href=\"#b\"/><rect/>"
            ),
            ("<a href='javascript:alert(1)'><path/></a>", "<g><path/></g>"),
            ("<switch><foreignObject><path/></foreignObject><g><path/></g></switch>", "<g><g><path/></g></g>"),
            (
                "<text font-family='\"Noto Sans\", serif'>a &amp; <tspan>b &lt; 🏅</tspan></text>",
                "<text font-family=\"'Noto Sans', serif\">a &amp; <tspan>b &lt; 🏅</tspan></text>"
            ),
            ("<title><![CDATA[<script>]]></title><path/>", "<title>&lt;script&gt;</title><path/>"),
            ("<path id='a'/><path id='a'/><path id='a b'/>", "<path id=\"a\"/><path/><path/>"),
            ("<svg:path d='M0 0'/><x:path xmlns:x='y'/>", "<path d=\"M0 0\"/>"),
            ("<metadata><rdf:RDF xmlns:rdf='r'><path/></rdf:RDF></metadata><path/><!-- c --><?php 1 ?>", "<path/>"),
            (
                "<style>/* .a{} */.a,#b{fill:red}path{fill:blue;opacity:.5}@import 'x';path{clip-rule:evenodd}</style><path class='c a'/><path id='b'/><path/>",
                "<path clip-rule=\"evenodd\" fill=\"red\" opacity=\".5\"/><path clip-rule=\"evenodd\" fill=\"red\" id=\"b\" opacity=\".5\"/><path clip-rule=\"evenodd\" fill=\"blue\" opacity=\".5\"/>"
            ),
        ]
    )
    func drawing(inside: String, expected: String) throws {
        let bytes = Array(#"<svg viewBox="0 0 9 9" xmlns:svg="s" xmlns:xlink="l">\#(inside)</svg>"#.utf8)
        let picture = try PictureCheck.picture(bytes)
        #expect(
            String(decoding: picture.bytes, as: UTF8.self)
                == #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\#(expected)</svg>"#
        )
        #expect(try PictureCheck.picture(picture.bytes) == picture)
    }

    @Test(
        "may begin as drawing programs begin",
        arguments: [
            "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?>\n<!-- Generator -->\r\n",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">",
            "<?xml-stylesheet href='https://evil.example/x.css'?> ",
        ]
    )
    func prolog(start: String) throws {
        let picture = try PictureCheck.picture(Array((start + "<svg width='9px' height='9'><path/></svg>").utf8))
        #expect(
            String(decoding: picture.bytes, as: UTF8.self)
                == #"<svg xmlns="http://www.w3.org/2000/svg" height="9" width="9px"><path/></svg>"#
        )
    }

    @Test("loses what stands behind it", arguments: ["<svg><script/></svg>", "hunter2", "<!-- c -->"])
    func behind(text: String) throws {
        let drawing = "<svg viewBox='0 0 9 9'><path/></svg>"
        let picture = try PictureCheck.picture(Array((drawing + text).utf8))
        #expect(try picture == PictureCheck.picture(Array(drawing.utf8)))
    }

    @Test(
        "must say how large it is",
        arguments: [
            "", "width='9'", "width='100%' height='100%'", "width='0' height='9'", "width='-1' height='9'",
            "viewBox='0 0 9'", "viewBox='0 0 9 0'", "viewBox='0 0 nan 9'", "viewBox='a b c d'",
            "width='9' height='9' viewBox='0'",
        ]
    )
    func size(attributes: String) {
        let error = #expect(throws: PictureError.self) {
            try PictureCheck.picture(Array("<svg \(attributes)><path/></svg>".utf8))
        }
        #expect(error?.message == "The SVG does not say how large it is. Give it a viewBox, or a width and a height.")
    }

    @Test(
        "must draw something",
        arguments: ["", "<title>x</title>", "<g/>", "<image href='data:image/png;base64,AAAA'/>", "<script>1</script>"]
    )
    func empty(inside: String) {
        let error = #expect(throws: PictureError.self) {
            try PictureCheck.picture(Array("<svg viewBox='0 0 9 9'>\(inside)</svg>".utf8))
        }
        #expect(error?.message == "There is no drawing in the SVG; embedded pictures and scripts are not shown.")
    }
}
