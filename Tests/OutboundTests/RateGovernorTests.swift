import Contracts
import Core
import Testing

@testable import Outbound

@Suite("Rate governor") struct RateGovernorTests {
    @Test("lets a tenth of a minute's calls pass in a row, then spreads them") func burst() async throws {
        let time = ManualTime()
        let governor = RateGovernor(perMinute: 60, timing: time.timing)
        for _ in 1...8 { try await governor.turn() }
        let interval = Duration.seconds(60) / 54 + .nanoseconds(1)
        #expect(time.pauses == [interval, interval])
    }

    @Test("gives no minute more calls than allowed", arguments: [1, 2, 9, 10, 60, 200]) func limit(perMinute: Int)
        async throws
    {
        let time = ManualTime()
        let governor = RateGovernor(perMinute: perMinute, timing: time.timing)
        var random = Generator(seed: UInt64(perMinute))
        var calls: [Duration] = []
        for _ in 1...(perMinute * 5) {
            try await governor.turn()
            calls.append(time.timing.uptime())
            if random.next() % 20 == 0 { time.pass(.seconds(Int64(random.next() % 30))) }
        }
        for (index, start) in calls.enumerated() {
            #expect(calls[index...].prefix { $0 < start + .seconds(60) }.count <= perMinute)
        }
    }

    @Test("does not wait without a limit") func unlimited() async throws {
        let time = ManualTime()
        let governor = RateGovernor(perMinute: nil, timing: time.timing)
        for _ in 1...1000 { try await governor.turn() }
        #expect(time.pauses.isEmpty)
    }

    @Test("refuses while the provider wants silence, and says for how long") func silence() async throws {
        let time = ManualTime()
        let governor = RateGovernor(perMinute: nil, timing: time.timing)
        await governor.keepSilent(for: 30)
        time.pass(.milliseconds(500))
        await #expect(throws: SourceError.rateLimited(retryAfter: 30)) { try await governor.turn() }
        time.pass(.milliseconds(29_500))
        try await governor.turn()
    }
}
