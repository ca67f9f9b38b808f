import Contracts
import Core
import Foundation
import Testing

@testable import Pictures

@Suite("A hostile SVG") struct HostileSVGTests {
    @Test(
        "comes out without what makes it hostile",
        arguments: [
            "<script>evil</script>", "<SCRIPT>evil</SCRIPT>",
            "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>evil</svg:script>",
            "<g onload='evil' ONCLICK='evil' onbegin='evil'/>", "<a href='javascript:evil'><path/></a>",
            "<a xlink:href='&#106;avascript:evil'/>",
            "<use href='data:image/svg+xml,evil'/>", "<use xlink:href='https://evil.example/a.svg#b'/>",
            "<use href='evil.svg#a'/>", "<use href='//evil#a'/>",
            "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='evil'/></foreignObject>",
            "<style>@import 'https://evil.example/x.css';</style>",
            "<style>path{fill:url(https://evil.example)}</style>",
            "<style>path{fill:red;background:url(evil)}</style>",
            "<style>@font-face{font-family:evil;src:url(evil)}</style>",
            "<style>.a{fill:u\\72l(//evil)}</style>", "<g style='fill:url(//evil.example/a)'/>",
            "<g style=\"fill:image('//evil')\"/>",
            "<g fill='url(https://evil.example#a)'/>", "<g fill='URL(evil#a)'/>", "<g fill='\\75rl(//evil)'/>",
            "<g fill='url/**/(evil)'/>", "<g mask='image-set(\"//evil\" 1x)'/>",
            "<g fill='expression(evil)'/>", "<g fill='attr(evil)'/>", "<g fill='var(--evil)'/>",
            "<g fill='url(#a) url(evil)'/>", "<g fill='url(#a'/>", "<g fill='url(#e&quot;vil)'/>",
            "<g font-family='x;evil:url(y)'/>",
            "<image href='evil.png'/>", "<feImage href='evil'/>", "<filter id='f'><feImage href='evil'/></filter>",
            "<set attributeName='onload' to='evil'/>", "<animate attributeName='href' values='evil'/>",
            "<iframe src='evil'/>", "<handler>evil</handler>", "<listener handler='#evil'/>", "<embed src='evil'/>",
            "<audio src='evil'/>", "<g xml:base='https://evil.example/'/>", "<g id='evil:x'/>",
            "<title onclick='evil'>x</title>",
            "<text><textPath href='#a' onclick='evil'>evil</textPath></text>", "<metadata>evil</metadata>",
            "<!-- evil -->", "<?evil evil?>", "<g xmlns:evil='https://evil.example'/>", "<path d='M0 0&quot;evil'/>",
            "<path d='M0 0&lt;evil'/>",
        ]
    )
    func harmless(inside: String) throws {
        let bytes = Array("<svg viewBox='0 0 9 9' xmlns:xlink='x' onload='evil'>\(inside)<path/></svg>".utf8)
        let picture = try PictureCheck.picture(bytes)
        let text = String(decoding: picture.bytes, as: UTF8.self)
        #expect(!text.lowercased().contains("evil"), "\(text)")
        #expect(XMLParserProbe.parsed(picture.bytes) != nil)
        #expect(try PictureCheck.picture(picture.bytes) == picture)
    }

    @Test(
        "with a document type of its own is refused",
        arguments: [
            "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><svg viewBox='0 0 9 9'><text>&b;</text></svg>",
            "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg viewBox='0 0 9 9'><text>&x;</text></svg>",
            "<!DOCTYPE svg [<!ENTITY % p SYSTEM 'https://evil.example/x.dtd'>%p;]><svg viewBox='0 0 9 9'><path/></svg>",
            "<!DOCTYPE svg SYSTEM 'x' [<!ATTLIST svg onload CDATA 'evil'>]><svg viewBox='0 0 9 9'><path/></svg>",
        ]
    )
    func declarations(text: String) {
        let error = #expect(throws: PictureError.self) { try PictureCheck.picture(Array(text.utf8)) }
        #expect(error?.message == "The SVG declares entities of its own. Save it as plain SVG.")
    }

    @Test(
        "that is not well-formed is refused",
        arguments: [
            "<svg viewBox='0 0 9 9'>", "<svg viewBox='0 0 9 9'><path></svg>",
            "<svg viewBox=0/>", "<svg",
            "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg viewBox='0 0 9 9'><text>&x;</text></svg>",
            "<svg viewBox='0 0 9 9'><!DOCTYPE svg [<!ENTITY x 'y'>]><path/></svg>",
            "<svg viewBox='0 0 9 9'>\0<path/></svg>",
            "<svg viewBox='0 0 9 9' viewBox='1'><path/></svg>", "<svg viewBox='0 0 9 9'><text>\u{FFFE}</text></svg>",
        ]
    )
    func malformed(text: String) {
        #expect(throws: PictureError.damaged(.svg, "it is not well-formed XML")) {
            try PictureCheck.picture(Array(text.utf8))
        }
    }

    @Test("that hides its words in another encoding is refused")
    func encoding() {
        let utf7 = "<?xml version='1.0' encoding='UTF-7'?><svg viewBox='0 0 9 9'>+ADw-script+AD4-<path/></svg>"
        #expect(throws: Never.self) { try PictureCheck.picture(Array(utf7.utf8)) }
        let latin = Array("<svg viewBox='0 0 9 9'><title>".utf8) + [0xE9] + Array("</title><path/></svg>".utf8)
        #expect(throws: PictureError.unsuitable("The SVG is not UTF-8. Save it as UTF-8.")) {
            try PictureCheck.picture(latin)
        }
    }

    @Test(
        "that is too deep or has too many parts is refused",
        arguments: [
            String(repeating: "<g>", count: 64) + "<path/>" + String(repeating: "</g>", count: 64),
            String(repeating: "<b>", count: 10_000) + String(repeating: "</b>", count: 10_000),
            String(repeating: "<g/>", count: 20_001),
        ]
    )
    func complicated(inside: String) {
        #expect(throws: PictureError.unsuitable("The SVG is too complicated. Simplify it and try once more.")) {
            try PictureCheck.picture(Array("<svg viewBox='0 0 9 9'>\(inside)</svg>".utf8))
        }
    }

    @Test(
        "that unfolds into a billion shapes is refused",
        arguments: ["use href='#a%'", "rect mask='url(#a%)'", "rect fill='red' clip-path='url(#a%) url(#a%)'"]
    )
    func billion(reference: String) {
        let levels = (1...9).map { level in
            let repeated = String(repeating: "<\(reference.replacing("%", with: "\(level - 1)"))/>", count: 10)
            return "<g id='a\(level)'>\(repeated)</g>"
        }
        let bytes = Array("<svg viewBox='0 0 9 9'><path id='a0'/>\(levels.joined())</svg>".utf8)
        #expect(throws: PictureError.unsuitable("The SVG repeats its parts too often. Simplify it and try once more."))
        {
            try PictureCheck.picture(bytes)
        }
    }

    @Test("with a chain of ten thousand references is refused")
    func chain() {
        let links = (0..<7_000).reversed().map { "<g id='a\($0)'><use href='#a\($0 + 1)'/></g>" }
        for links in [links, links.reversed()] {
            #expect(
                throws: PictureError.unsuitable("The SVG repeats its parts too often. Simplify it and try once more.")
            ) {
                try PictureCheck.picture(Array("<svg viewBox='0 0 9 9'>\(links.joined())</svg>".utf8))
            }
        }
    }

    @Test(
        "that draws itself is refused",
        arguments: [
            "<g id='a'><use href='#a'/></g>", "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
            "<mask id='a'><rect mask='url(#a)'/></mask>", "<use id='a' href='#a'/>",
        ]
    )
    func itself(inside: String) {
        #expect(throws: PictureError.unsuitable("The SVG draws itself inside of itself.")) {
            try PictureCheck.picture(Array("<svg viewBox='0 0 9 9'>\(inside)<path/></svg>".utf8))
        }
    }

    @Test("that is too large is refused with both numbers")
    func size() {
        for count in [256 << 10, 600 << 10] {
            let comment = String(repeating: " ", count: count)
            let bytes = Array("<svg viewBox='0 0 9 9'><path/><!--\(comment)--></svg>".utf8)
            let error = #expect(throws: PictureError.self) { try PictureCheck.picture(bytes) }
            #expect(error?.message == "The SVG has \(bytes.count) bytes; 262144 fit.")
        }
    }

    @Test("that multiplies its styles is refused")
    func styles() {
        let value = String(repeating: "1 ", count: 90)
        let bytes = Array(
            "<svg viewBox='0 0 9 9'><style>*{stroke-dasharray:\(value)}</style>\(String(repeating: "<g/>", count: 9_000))<path/></svg>"
                .utf8
        )
        #expect(throws: PictureError.unsuitable("The SVG has too many styles. Simplify it and try once more.")) {
            try PictureCheck.picture(bytes)
        }
    }

    @Test("never crashes the check, nor comes out as something else", arguments: 0..<10 as Range<UInt64>)
    func mutations(seed: UInt64) throws {
        var chance = Generator(seed: seed)
        let hostile = """
            <?xml version="1.0"?><svg viewBox="0 0 9 9" xmlns:xlink="x"><style>.a{fill:red}</style><defs><linearGradient id="g">
            <stop offset="0" stop-color="#fff"/></linearGradient></defs><g class="a" onload="x()"><use xlink:href="#g"/>
            <path d="M0 0" style="fill:url(#g);stroke:red"/><a href="javascript:x"><text>é 🏅 &amp;</text></a></g><script>x</script></svg>
            """
        let originals = [Array(hostile.utf8), try Vectors.bytes("baking/mozilla/baked.svg")]
        for _ in 0..<200 {
            let bytes = mutated(originals.randomElement(using: &chance) ?? [], &chance)
            guard let picture = try? PictureCheck.picture(bytes) else { continue }
            let probe = try #require(XMLParserProbe.parsed(picture.bytes))
            #expect(probe.elements.isSubset(of: SVGVocabulary.elements.values))
            #expect(!probe.elements.contains("style"))
            #expect(
                probe.attributes.allSatisfy {
                    !$0.name.hasPrefix("on") && ($0.name == "xmlns" || !$0.value.contains(":"))
                }
            )
            #expect(try PictureCheck.picture(picture.bytes) == picture)
        }
    }
}
