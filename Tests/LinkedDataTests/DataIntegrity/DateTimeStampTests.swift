import LinkedData
import Testing

@Suite("A moment")
struct DateTimeStampTests {
    @Test(
        "is counted from 1970",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600), ("2023-02-24T23:36:38Z", 1_677_281_798),
            ("2023-02-24T23:36:38.123Z", 1_677_281_798), ("2023-02-25T01:36:38+02:00", 1_677_281_798),
            ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ]
    )
    func seconds(text: String, expected: Int) throws {
        #expect(try #require(DateTimeStamp(Text(text))).secondsSince1970 == expected)
    }

    @Test(
        "needs a date, a time and a zone",
        arguments: [
            "", "2023-02-24", "2023-02-24T23:36:38", "2023-02-30T00:00:00Z", "2023-13-01T00:00:00Z",
            "2023-02-24T24:00:00Z", "2023-02-24T23:36:38.Z", "2023-02-24 23:36:38Z", "2023-02-24T23:36:38+0200",
            "2023-02-24T23:36:38Zx", "2023-02-24T23:36:3٨Z", "+2023-02-24T23:36:38Z", "2023-02-24T23:36:38+15:00",
        ]
    )
    func refuses(text: String) {
        #expect(DateTimeStamp(Text(text)) == nil)
    }
}
