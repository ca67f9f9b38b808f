import Core
import Foundation
import Testing

@Suite("ISO 8601 dates") struct DateISO8601Tests {
    @Test(
        "are read with any offset and any fraction",
        arguments: [
            ("1970-01-01", 0), ("2026-11-23T12:00:00Z", 1_795_435_200),
            ("2026-11-23T07:00:00.000-05:00", 1_795_435_200),
            ("2026-11-23t17:30:00+0530", 1_795_435_200), ("2026-11-23 12:00Z", 1_795_435_200),
            ("2018-05-31T20:00:00.250-04:00", 1_527_811_200.25), ("2024-02-29", 1_709_164_800),
            ("0001-01-01", -62_135_596_800), ("1969-12-31T23:59:59Z", -1), ("2016-12-31T23:59:60Z", 1_483_228_800),
        ]
    )
    func reads(text: String, seconds: Double) {
        #expect(Date(iso8601: text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "that are ambiguous or do not exist are refused",
        arguments: [
            "", "now", "2026", "2026-13-01", "2026-02-29", "2026-11-31", "0000-01-01", "03/04/2026",
            "2026-11-23T12:00:00", "2026-11-23T24:00:00Z", "2026-11-23T12:00:00.Z", "2026-11-23T12:00:00Zulu",
            "２026-11-23", "2026-11-23T12:00:00+5",
        ]
    )
    func refuses(text: String) {
        #expect(Date(iso8601: text) == nil)
    }

    @Test("of HTTP headers are read, in the one form that is still sent") func http() {
        #expect(Date(httpDate: "Mon, 23 Nov 2026 12:00:00 GMT") == Date(timeIntervalSince1970: 1_795_435_200))
        #expect(Date(httpDate: "Monday, 23-Nov-26 12:00:00 GMT") == nil)
        #expect(Date(httpDate: "Mon, 23 Nov 2026 12:00:00") == nil)
    }
}
