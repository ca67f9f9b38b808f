import Core
import Foundation
import Testing

@testable import OpenBadges

@Suite("Baking")
struct BakingTests {
    private static let json = #"{"name":"🏅 שלום ]]> <&\" "}"#
    private static let token = "eyJhIjoxfQ.eyJiIjoyfQ.c2ln"
    static let pictures = [SamplePicture.png, Array(SamplePicture.svg.utf8)]

    @Test("and unbaking gives back what went in, in both versions and both kinds of pictures", arguments: pictures)
    func roundTrip(picture: [UInt8]) throws {
        for text in [Self.json, Self.token, "{\"long\":\"\(String(repeating: "ß🏅", count: 5_000))\"}"] {
            for version in Baking.Version.allCases {
                let badge = try Baking.Badge(version, text)
                let baked = try Baking.bake([badge], into: picture)
                let found = try Baking.unbake(baked)
                #expect(found.map(\.version) == [version])
                #expect(found[0].text.replacing(#"\u003e"#, with: ">") == text)
            }
        }
    }

    @Test("replaces an earlier badge, and leaves one badge of each version", arguments: pictures)
    func replaces(picture: [UInt8]) throws {
        var baked = picture
        for number in 0..<3 {
            let badges = [try Baking.Badge(.v2, "{\"n\":\(number)}"), try Baking.Badge(.v3, "{\"m\":\(number)}")]
            baked = try Baking.bake(badges, into: baked)
        }
        #expect(try Baking.unbake(baked).map(\.text) == [#"{"n":2}"#, #"{"m":2}"#])
        let other = try Baking.bake([try Baking.Badge(.v3, Self.token)], into: baked)
        #expect(try Baking.unbake(other).map(\.text) == [#"{"n":2}"#, Self.token])
    }

    @Test("finds a badge whose namespace is declared anywhere, under any prefix, and not where it was declared anew")
    func namespaces() throws {
        let v2 = Baking.Version.v2.namespace
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:o="\(v2)"><g xmlns:o="x"><o:assertion verify="no.no.no"/></g>\
            <g xmlns="\(v2)"><assertion verify="\(Self.token)"/></g></svg>
            """
        #expect(try Baking.unbake(Array(svg.utf8)).map(\.text) == [Self.token])
    }

    @Test("gives up on files with prefix upon prefix, and passes over other namespaces")
    func prefixes() throws {
        func svg(_ count: Int, _ namespace: String) -> [UInt8] {
            let declarations = (0..<count).map { " xmlns:n\($0)=\"\(namespace)\"" }.joined()
            return Array("<svg xmlns=\"http://www.w3.org/2000/svg\"\(declarations)/>".utf8)
        }
        #expect(throws: BakingError.noBadge) { try Baking.unbake(svg(100, "u")) }
        #expect(throws: BakingError.tooLarge) { try Baking.unbake(svg(17, Baking.Version.v3.namespace)) }
    }

    @Test("puts the badge right behind the header of a PNG, uncompressed")
    func chunk() throws {
        let baked = try Baking.bake([try Baking.Badge(.v2, "{}")], into: SamplePicture.png)
        let chunk = Array("\u{0}\u{0}\u{0}\u{11}iTXtopenbadges\u{0}\u{0}\u{0}\u{0}\u{0}{}".utf8)
        #expect(baked[33..<(33 + chunk.count)].elementsEqual(chunk))
        #expect(baked.count == SamplePicture.png.count + 12 + 17)
    }

    @Test("puts the element right behind the tag of an SVG")
    func element() throws {
        let signed = try Baking.bake(
            [try Baking.Badge(.v2, Self.token)],
            into: Array("<?xml version='1.0'?><svg a='>'/>".utf8)
        )
        #expect(
            String(decoding: signed, as: UTF8.self) == """
                <?xml version='1.0'?><svg a='>' xmlns:openbadges="http://openbadges.org">\
                <openbadges:assertion verify="\(Self.token)"></openbadges:assertion></svg>
                """
        )
        let plain = try Baking.bake([try Baking.Badge(.v3, "{}")], into: Array("<svg>x</svg>".utf8))
        #expect(
            String(decoding: plain, as: UTF8.self) == """
                <svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">\
                <openbadges:credential><![CDATA[{}]]></openbadges:credential>x</svg>
                """
        )
    }

    @Test("reads the address in a tEXt chunk, as the first badges had it")
    func legacy() throws {
        let png = SamplePicture.png(with: ("tEXt", "openbadges\u{0}https://acme.example/a"))
        #expect(try Baking.unbake(png) == [Baking.Badge(.v2, "https://acme.example/a")])
        let baked = try Baking.bake([try Baking.Badge(.v2, "{}")], into: png)
        #expect(try Baking.unbake(baked).map(\.text) == ["{}"])
        #expect(baked.firstRange(of: Array("tEXt".utf8)) == nil)
    }

    @Test("refuses two badges of one version, compressed ones and texts that are none")
    func refuses() {
        let chunk = ("iTXt", "openbadges\u{0}\u{0}\u{0}\u{0}\u{0}{}")
        let packed = ("iTXt", "openbadges\u{0}\u{1}\u{0}\u{0}\u{0}{}")
        #expect(throws: BakingError.severalBadges) { try Baking.unbake(SamplePicture.png(with: chunk, chunk)) }
        #expect(throws: BakingError.damaged("its badge is compressed, which no standard allows")) {
            try Baking.unbake(SamplePicture.png(with: packed))
        }
        #expect(throws: BakingError.noBadge) { try Baking.unbake(SamplePicture.png) }
        #expect(throws: BakingError.noBadge) { try Baking.unbake(Array(SamplePicture.svg.utf8)) }
        for text in ["", "hello", "a.b", "..", "https://x", String(repeating: "{", count: 2 << 20)] {
            #expect(throws: BakingError.notABadge) { try Baking.Badge(.v3, text) }
        }
    }

    @Test(
        "refuses what is no picture, or hostile, with a sentence",
        arguments: [
            "", "GIF89a", "<html/>", "<svg", "<svg>", "<svg></svg></svg>", "<svg/><svg/>", "<svg a/>", "<svg a=b/>",
            "<svg a='&x;'/>",
            "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg/>", "<svg>&#x110000;</svg>", "<svg><![CDATA[", "<svg><!--</svg>",
            "<svg>" + String(repeating: "<g>", count: 300),
            "<svg>" + String(repeating: "<g/>", count: 30_000) + "</svg>",
        ]
    )
    func hostile(text: String) {
        let error = #expect(throws: BakingError.self) { try Baking.unbake(Array(text.utf8)) }
        #expect(error?.message.isEmpty == false)
    }

    @Test("reads no more than 8 MiB")
    func large() {
        let bytes = SamplePicture.png + [UInt8](repeating: 0, count: Baking.sizeLimit)
        #expect(throws: BakingError.tooLarge) { try Baking.unbake(bytes) }
    }
}
