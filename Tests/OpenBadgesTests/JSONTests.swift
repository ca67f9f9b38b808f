import Foundation
import Testing

@testable import OpenBadges

@Suite("JSON")
struct JSONTests {
    @Test(
        "keeps every text",
        arguments: [
            "", "🏅👩🏽‍🚀", "שלום", "a\"b\\c/d", "\u{0}\u{1F}\n\r\t", "\u{2028}", String(repeating: "ß", count: 10_240),
        ]
    )
    func texts(text: String) throws {
        let bytes = JSON.object(["text": .text(text)]).bytes
        let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String]
        #expect(read == ["text": text])
    }

    @Test("leaves out what is not there and keeps the order")
    func order() {
        let json = JSON.object(["b": .integer(1), "none": nil, "a": .truth(true), "list": .list([]), "c": ["x"]])
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":1,"a":true,"c":["x"]}"#)
    }

    @Test(
        "writes moments in UTC with whole seconds",
        arguments: [(0.999, "1970-01-01T00:00:00Z"), (-0.5, "1969-12-31T23:59:59Z")]
    )
    func moments(seconds: Double, text: String) {
        #expect(JSON.moment(Date(timeIntervalSince1970: seconds)) == .text(text))
    }
}

@Suite("Base 58")
struct Base58Tests {
    /// Test vectors of draft-msporny-base58.
    @Test("is that of Bitcoin")
    func vectors() {
        #expect(Base58.text(Array("Hello World!".utf8)) == "2NEpo7TZRRrLZSi2U")
        #expect(Base58.text([0, 0, 0x28, 0x7F, 0xB4, 0xCD]) == "11233QC4")
        #expect(Base58.text([]).isEmpty)
    }
}
