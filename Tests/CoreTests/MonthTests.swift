import Core
import Foundation
import Testing

@Suite("Month")
struct MonthTests {
    @Test(
        "begins with its first moment in UTC",
        arguments: [
            (-1.0, 1969, 12), (0, 1970, 1), (951_782_399.999, 2000, 2), (951_868_800, 2000, 3),
            (1_798_761_599, 2026, 12), (1_798_761_600, 2027, 1),
        ]
    )
    func bounds(seconds: TimeInterval, year: Int, number: Int) {
        let month = Month(Date(timeIntervalSince1970: seconds))
        #expect(month.year == year && month.number == number)
        #expect(Month(month.start) == month && Month(month.start - 1) == month - 1)
    }

    @Test("comes after the one before it, over the end of a year")
    func order() {
        let december = Month(index: 2026 * 12 + 11)
        #expect((december + 1).year == 2027 && (december + 1).number == 1 && december < december + 1)
    }
}
