import Foundation
import Testing

@testable import App

@Suite("Dates in words")
struct DateTextTests {
    @Test(
        "spell out the day in UTC",
        arguments: [
            (0.0, "1 January 1970", "1970-01-01"),
            (1_795_468_440, "23 November 2026", "2026-11-23"),
            (951_782_400, "29 February 2000", "2000-02-29"),
            (1_709_251_199, "29 February 2024", "2024-02-29"),
            (4_107_542_400, "1 March 2100", "2100-03-01"),
            (-1, "31 December 1969", "1969-12-31"),
        ]
    )
    func days(seconds: Double, words: String, machine: String) {
        let text = DateText(Date(timeIntervalSince1970: seconds))
        #expect(text.html.text == "<time datetime=\"\(machine)\">\(words)</time>")
    }

    @Test("add the time and its zone where asked")
    func time() {
        let text = DateText(Date(timeIntervalSince1970: 1_795_468_440), hasTime: true)
        #expect(text.html.text == "<time datetime=\"2026-11-23T21:14Z\">23 November 2026, 21:14 UTC</time>")
    }

    @Test(
        "say how long ago something was, under 24 hours",
        arguments: [
            (30.0, "just now"), (-30, "just now"), (60, "1 minute ago"), (1_080, "18 minutes ago"),
            (3_600, "1 hour ago"),
            (86_399, "23 hours ago"),
        ]
    )
    func age(seconds: Double, words: String) {
        let now = Date(timeIntervalSince1970: 1_795_468_440)
        #expect(RelativeAge(now.addingTimeInterval(-seconds), now: now).words == words)
    }

    @Test("give the date from 24 hours on", arguments: [86_400.0, 9_000_000, -3_600])
    func old(seconds: Double) {
        let now = Date(timeIntervalSince1970: 1_795_468_440)
        let date = now.addingTimeInterval(-seconds)
        #expect(RelativeAge(date, now: now).html.text == DateText(date).html.text)
    }
}
