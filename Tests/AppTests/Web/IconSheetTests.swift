import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite("A sheet of icons from set-up") struct IconSheetTests {
    private static func sheet(_ extra: String = "", without name: String = "") -> [UInt8] {
        let symbols = Icon.Name.allCases.filter { $0.rawValue != name }.map { icon in
            "<symbol id=\"\(icon.rawValue)\" viewBox=\"0 0 16 16\"><path d=\"M0 0h16\"/></symbol>"
        }
        return Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- 🏅 -->\(symbols.joined())\(extra)</svg>".utf8)
    }

    @Test("stands in for the portal's own when it has every icon")
    func whole() throws {
        #expect(IconSheet.problem(Self.sheet()) == nil)
        let assets = Assets.builtIn.with(icons: Self.sheet())
        #expect(assets.files["icons.svg"]?.isPermanent == false)
        #expect(assets.files["portal.css"]?.isPermanent == true)
        #expect(try IconSheet.read(URL(filePath: "/nowhere/🐍/icons.svg")) == nil)
    }

    @Test(
        "is refused in a sentence when it holds anything but drawings",
        arguments: [
            ("<script>alert(1)</script>", "no <script>"), ("<use href=\"x\"/>", "no <use>"),
            ("<path onload=\"x\"/>", "nothing that acts"), ("<rect style=\"fill:url(//x)\"/>", "nothing that acts"),
            ("<!ENTITY x \"y\">", "nothing that acts"), ("<foreignObject/>", "no <foreignObject>"),
            ("<a xlink:href=\"//x\"/>", "no <a>"),
        ]
    )
    func refused(extra: String, says: String) {
        #expect(IconSheet.problem(Self.sheet(extra))?.contains(says) == true)
    }

    @Test("is refused when an icon is missing, or when it is no text or too long")
    func broken() {
        #expect(IconSheet.problem(Self.sheet(without: "laurel"))?.contains("laurel") == true)
        #expect(IconSheet.problem([0xFF, 0xFE]) == "it is not UTF-8")
        #expect(IconSheet.problem(Array(repeating: 0x20, count: 600_000))?.contains("500000 bytes") == true)
        #expect(IconSheet.problem([]) != nil)
    }
}
