import LinkedData
import Testing

@Suite("Canonical JSON (RFC 8785)")
struct CanonicalJSONTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try JSONReader.read(Array(text.utf8)).canonical(), as: UTF8.self)
    }

    /// RFC 8785, appendix B and ECMAScript's examples.
    @Test(
        "writes numbers as ECMAScript does",
        arguments: [
            ("0", "0"), ("-0", "0"), ("1.0", "1"), ("-1.50", "-1.5"), ("1e2", "100"), ("4.50", "4.5"),
            ("2e-3", "0.002"),
            ("0.000001", "0.000001"), ("0.0000001", "1e-7"), ("1e21", "1e+21"), ("1e20", "100000000000000000000"),
            ("123456789012345678901234567890", "1.2345678901234568e+29"), ("5e-324", "5e-324"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"), ("333333333.33333329", "333333333.3333333"),
            ("1E30", "1e+30"), ("0.000000000000000000000000001", "1e-27"), ("9007199254740993", "9007199254740992"),
            ("295147905179352830000", "295147905179352830000"), ("999999999999999900000", "999999999999999900000"),
        ]
    )
    func numbers(text: String, expected: String) throws {
        #expect(try canonical(text) == expected)
    }

    /// RFC 8785 §3.2.3.
    @Test("sorts members by UTF-16 code units")
    func order() throws {
        let text = #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#
        let expected = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}"
        #expect(try canonical(text) == expected)
    }

    @Test("writes strings with the fewest escapes")
    func strings() throws {
        #expect(
            try canonical(#" [ "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/" , null ] "#)
                == #"["€$\u000f\nA'B\"\\\\\"/",null]"#
        )
    }

    @Test("refuses a number that is no double")
    func outOfRange() {
        #expect(throws: JSONError.numberOutOfRange("1e400")) { try canonical("[1e400]") }
    }

    @Test(
        "writes xsd:double in its canonical form",
        arguments: [
            (5.3, "5.3E0"), (0, "0.0E0"), (-0.0, "-0.0E0"), (100, "1.0E2"), (1e-7, "1.0E-7"),
            (-12345.678, "-1.2345678E4"),
            (1.0 / 3, "3.333333333333333E-1"), (.infinity, "INF"), (-.infinity, "-INF"), (.nan, "NaN"),
        ]
    )
    func doubles(value: Double, expected: String) {
        #expect(JSONNumber.canonicalDouble(value).string == expected)
    }
}
