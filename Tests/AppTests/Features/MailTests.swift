import Core
import Foundation
import HTTPTypes
import Storage
import Synchronization
import Testing

@testable import App

@Suite("Mail")
struct MailTests {
    /// Keeps letters; fails as it is told.
    final class FakeMailer: Mailer {
        private let state = Mutex<(letters: [Letter], failure: DeliveryError?)>(([], nil))
        var letters: [Letter] { state.withLock { $0.letters } }
        func fail(_ error: DeliveryError?) { state.withLock { $0.failure = error } }

        func send(_ letter: Letter) async throws(DeliveryError) {
            let failure = state.withLock { state in
                if state.failure == nil { state.letters.append(letter) }
                return state.failure
            }
            if let failure { throw failure }
        }

        func test() async -> [ConnectionStep] {
            let isWell = state.withLock { $0.failure == nil }
            return [
                ConnectionStep(.address, milliseconds: 3),
                ConnectionStep(.connection, milliseconds: 4, problem: isWell ? nil : "refused <b>🐍"),
                ConnectionStep(.call, milliseconds: isWell ? 5 : nil),
            ]
        }
    }

    @Test("is written once about a badge that was given, with a way to end it")
    func given() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(baseURL: "https://laurel.test", mailer: mailer)
        let badge = try await portal.badge("talk", name: "Talk 🏅 <b>")
        try await portal.give(badge, to: portal.person("ana", name: "Ana"))
        await portal.deliver()
        await portal.portal.jobService.work()
        let letter = try #require(mailer.letters.first)
        #expect(mailer.letters.count == 1 && letter.subject == "A badge is ready for you: Talk 🏅 <b>")
        #expect(letter.html.contains("Talk 🏅 &lt;b&gt;") && letter.text.contains("Hello Ana,"))
        let stop = try #require(letter.unsubscribe)
        try await portal.browse { browser in
            #expect(try await browser.get(stop.path).status == .ok)
            #expect(try await portal.database.people.person(letter.to).preferences.wantsMail)
            let answer = try await browser.post(stop.path, ["List-Unsubscribe": "One-Click"], token: .some(nil))
            #expect(answer.status == .ok)
            #expect(try await browser.post("/mail/stop/none", [:], token: .some(nil)).status == .notFound)
        }
        #expect(try await !portal.database.people.person(letter.to).preferences.wantsMail)
        try await portal.give(try await portal.badge("more"), to: portal.person("ana", name: "Ana"))
        portal.wait(3600)
        await portal.deliver()
        #expect(mailer.letters.count == 1)
    }

    @Test("says why a badge was taken back, and is not written about what is over already")
    func takenBack() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        let award = try await portal.give(portal.badge("talk"), to: portal.person("ana"))
        let revocation = Revocation(at: portal.now, reason: "A mistake 🐍")
        try await portal.database.awards.revoke(award, revocation, by: .commandLine)
        await portal.portal.jobService.work()
        #expect(mailer.letters.map(\.subject) == ["A badge was taken back: talk"])
        #expect(mailer.letters.first?.text.contains("A mistake 🐍") == true)
    }

    @Test("is in the person's language, right to left where that is so")
    func language() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        let person = try await portal.person("ana")
        try await portal.database.preferences.save(Preferences(language: "ar"), of: person.id)
        try await portal.give(portal.badge("talk"), to: person)
        await portal.deliver()
        let letter = try #require(mailer.letters.first)
        #expect(
            letter.language == "ar" && letter.html.contains("dir=\"rtl\"") && letter.subject.hasPrefix("شارة جاهزة لك")
        )
    }

    @Test("waits for the morning of whom it is for, without counting as failed")
    func quiet() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        let person = try await portal.person("ana")
        try await portal.database.preferences.save(Preferences(zone: "Pacific/Auckland"), of: person.id)
        portal.wait(4 * 3600)
        try await portal.give(portal.badge("talk"), to: person)
        await portal.portal.jobService.work()
        let waiting = try await portal.database.jobs.jobs(.waiting, limit: 9).filter { $0.kind == "deliver.mail" }
        #expect(mailer.letters.isEmpty && waiting.map(\.attempts) == [0])
        portal.wait(11 * 3600)
        await portal.deliver()
        #expect(mailer.letters.count == 1)
    }

    @Test("carries the code that shows whose an address is, at once also at night, in the person's language")
    func code() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        let person = try await portal.person("ana", name: "Ana 🏅")
        try await portal.database.preferences.save(Preferences(zone: "Pacific/Auckland"), of: person.id)
        portal.wait(4 * 3600)
        let address = EmailAddress(stored: "ana@private.example")
        try await portal.database.addressProofs.begin(address, of: person.id, code: AddressCode(42), at: portal.now)
        await portal.portal.jobService.work()
        let letter = try #require(mailer.letters.first)
        #expect(mailer.letters.count == 1 && letter.to == address && letter.unsubscribe == nil)
        #expect(letter.text.contains("Hello Ana 🏅,") && letter.text.contains("\n00000042\n"))
        #expect(letter.html.contains("00000042") && !letter.subject.contains("00000042"))
    }

    @Test("is tried again when the server is down, and shown to an administrator when it refuses")
    func failing() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        try await portal.give(portal.badge("talk"), to: portal.person("ana"))
        mailer.fail(.later("The mail server is down."))
        await portal.deliver()
        mailer.fail(.never("550 nobody"))
        portal.wait(60)
        await portal.portal.jobService.work()
        #expect(try await portal.database.jobs.jobs(.dead, limit: 9).map(\.problem) == ["550 nobody"])
    }

    @Test("announces once, 30 and 7 days before, that a badge runs out")
    func runsOut() async throws {
        let mailer = FakeMailer()
        let portal = try await TestPortal(mailer: mailer)
        let awards = portal.database.awards
        let day: TimeInterval = 24 * 3600
        _ = try await awards.announceExpiring(inDays: [30, 7], at: portal.now)
        try await portal.give(portal.badge("talk"), to: portal.person("ana"), expires: portal.now + 31 * day)
        #expect(try await awards.announceExpiring(inDays: [30, 7], at: portal.now + day / 2) == 0)
        #expect(try await awards.announceExpiring(inDays: [30, 7], at: portal.now + 2 * day) == 1)
        #expect(try await awards.announceExpiring(inDays: [30, 7], at: portal.now + 3 * day) == 0)
        #expect(try await awards.announceExpiring(inDays: [30, 7], at: portal.now + 40 * day) == 1)
        await portal.deliver()
        #expect(mailer.letters.map(\.subject).contains("Your badge runs out: talk"))
    }

    @Test(
        "is quiet from 20:00 to 07:00",
        arguments: [(19, nil), (20, 11), (23, 8), (0, 7), (6, 1), (7, nil)] as [(Int, Int?)]
    )
    func hours(hour: Int, wait: Int?) {
        let midnight = Date(timeIntervalSince1970: 1_795_392_000)
        let now = midnight + Double(hour) * 3600
        #expect(QuietHours.end(after: now + 59, in: .gmt) == wait.map { now + Double($0) * 3600 })
    }

    @Test("ends at seven where the person is, in every zone of the world", arguments: TimeZone.knownTimeZoneIdentifiers)
    func zones(identifier: String) throws {
        let zone = try #require(TimeZone(identifier: identifier))
        for quarter in 0..<96 {
            let now = Date(timeIntervalSince1970: 1_795_392_000 + Double(quarter) * 900)
            guard let end = QuietHours.end(after: now, in: zone) else { continue }
            let local = UTCMoment(end + Double(zone.secondsFromGMT(for: now)))
            #expect(end > now && end <= now + 11 * 3600 && local.hour == 7 && local.minute == 0)
        }
    }
}
