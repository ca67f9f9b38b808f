import Foundation
import Testing

@testable import App

@Suite("Dates that nobody can write down")
struct FarDatesTests {
    @Test("are shown as the nearest that can be", arguments: [1e300, -1e300, .infinity, -.infinity, .nan, 1e18])
    func shown(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect([1, 1970, 9999].contains(UTCMoment(date).year))
        #expect(DateText(date, hasTime: true).html.text.contains("<time datetime="))
        #expect(RelativeAge(date, now: Date(timeIntervalSince1970: 1_795_392_000)).html.text.contains("<time"))
    }
}
