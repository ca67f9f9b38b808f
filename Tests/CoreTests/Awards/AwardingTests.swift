import Core
import Foundation
import Testing

@Suite("Awarding") struct AwardingTests {
    let now = Facts.date(100)

    private func decision(
        _ badge: BadgeClass,
        _ facts: [Progress],
        _ last: AwardHistory? = nil
    ) -> (earned: [EarnedAward], again: Date?) {
        Awarding([badge]).decide(facts: facts, history: last.map { [badge.id: $0] } ?? [:], at: now)
    }

    private func earned(
        _ badge: BadgeClass,
        _ facts: [Progress],
        _ last: AwardHistory? = nil
    ) -> [EarnedAward] {
        decision(badge, facts, last).earned
    }

    private func history(issued: Double, expires: Double? = nil, revoked: Double? = nil) -> AwardHistory {
        AwardHistory(
            award: "old",
            issuedOn: Facts.date(issued),
            expires: expires.map(Facts.date),
            revokedAt: revoked.map(Facts.date)
        )
    }

    @Test("gives a badge for what was completed, of the version it has now, good from the day it was earned")
    func gives() throws {
        var badge = try Facts.badge(try Facts.rule(.all, "a"), validity: .months(12))
        badge.version = 3
        let awards = earned(badge, [Facts.done("a", on: 1)])
        #expect(awards.map(\.badge) == ["b1"])
        #expect(awards.first?.badgeVersion == 3)
        #expect(awards.first?.issuedOn == Facts.date(1))
        #expect(awards.first?.expires == Validity.months(12).expiry(from: Facts.date(1)))
    }

    @Test("gives nothing for nothing, for progress, and for other activities")
    func nothing() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"))
        #expect(earned(badge, []).isEmpty)
        #expect(earned(badge, [Facts.begun("a", 100)]).isEmpty)
        #expect(earned(badge, [Facts.done("b")]).isEmpty)
    }

    @Test("tells the same activity id of another source apart")
    func otherSource() throws {
        var fact = Facts.done("a")
        fact.activity = ActivityRef(source: "other", id: "a")
        #expect(earned(try Facts.badge(try Facts.rule(.all, "a")), [fact]).isEmpty)
    }

    @Test("gives no drafts, no withdrawn badges, none without a rule", arguments: [BadgeStatus.draft, .withdrawn])
    func unpublished(status: BadgeStatus) throws {
        let facts = [Facts.done("a")]
        #expect(earned(try Facts.badge(try Facts.rule(.all, "a"), status: status), facts).isEmpty)
        #expect(earned(try Facts.badge(nil), facts).isEmpty)
    }

    @Test("waits for a completion that lies further ahead than a time zone explains, and says until when")
    func future() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"))
        let decision = decision(badge, [Facts.done("a", on: 102)])
        #expect(decision.earned.isEmpty && decision.again == Facts.date(102))
        let later = Awarding([badge]).decide(facts: [Facts.done("a", on: 102)], history: [:], at: Facts.date(102))
        #expect(later.earned.map(\.issuedOn) == [Facts.date(102)] && later.again == nil)
    }

    @Test("gives a badge today for the day of another time zone, and once")
    func tomorrow() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"), validity: .months(1))
        let facts = [Facts.done("a", on: 101)]
        let first = try #require(earned(badge, facts).first)
        #expect(first.issuedOn == now && first.expires == Validity.months(1).expiry(from: now))
        let again = Awarding([badge]).decide(facts: facts, history: [:], at: Facts.date(101)).earned
        #expect(again.map(\.key) == [first.key])
    }

    @Test("renews a badge that was earned again while it was good, when it runs out")
    func early() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"))
        let last = history(issued: 10, expires: 110)
        let decision = decision(badge, [Facts.done("a", on: 95)], last)
        #expect(decision.earned.isEmpty && decision.again == Facts.date(110))
        let due = Awarding([badge]).decide(
            facts: [Facts.done("a", on: 95)],
            history: [badge.id: last],
            at: Facts.date(110)
        )
        #expect(due.earned.map(\.issuedOn) == [Facts.date(95)] && due.again == nil)
        #expect(self.decision(badge, [Facts.done("a", on: 9)], last).again == nil)
        #expect(self.decision(badge, [Facts.done("a", on: 95)], history(issued: 10)).again == nil)
    }

    @Test("renews a badge through another of the activities that earn it")
    func otherActivity() throws {
        let last = history(issued: 10, expires: 90)
        let any = try Facts.badge(try Facts.rule(.any, "a", "b"))
        let facts = [Facts.done("a", on: 10), Facts.done("b", on: 95)]
        #expect(earned(any, facts, last).map(\.issuedOn) == [Facts.date(95)])
        #expect(earned(any, facts, history(issued: 10, revoked: 50)).count == 1)
        #expect(earned(any, [facts[0]], last).isEmpty)
        let two = try Facts.badge(try Facts.rule(.atLeast(2), "a", "b", "c", "d"))
        let old = [Facts.done("a", on: 9), Facts.done("b", on: 10)]
        #expect(earned(two, old + [Facts.done("c", on: 95)], last).isEmpty)
        let renewed = earned(two, old + [Facts.done("c", on: 95), Facts.done("d", on: 96)], last)
        #expect(renewed.map(\.issuedOn) == [Facts.date(96)])
    }

    @Test("gives nothing twice")
    func held() throws {
        let badge = try Facts.badge(try Facts.rule(.any, "a", "b"))
        #expect(earned(badge, [Facts.done("a", on: 1), Facts.done("b", on: 99)], history(issued: 2)).isEmpty)
    }

    @Test("gives a badge back after a revocation only for newer facts")
    func revoked() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"))
        let last = history(issued: 2, revoked: 50)
        #expect(earned(badge, [Facts.done("a", on: 1)], last).isEmpty)
        #expect(earned(badge, [Facts.done("a", on: 50)], last).isEmpty)
        #expect(earned(badge, [Facts.done("a", on: 60)], last).count == 1)
    }

    @Test("renews what ran out only for facts newer than the last award")
    func renewal() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"))
        let last = history(issued: 10, expires: 90)
        #expect(earned(badge, [Facts.done("a", on: 9)], last).isEmpty)
        #expect(earned(badge, [Facts.done("a", on: 95)], last).count == 1)
        #expect(earned(badge, [Facts.done("a", on: 95)], history(issued: 10, expires: 101)).isEmpty)
    }

    @Test("names the same facts by the same key, in whatever order they come")
    func key() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a", "b"))
        let facts = [Facts.done("a", on: 1), Facts.done("b", on: 2)]
        let key = earned(badge, facts).first?.key
        #expect(key == earned(badge, facts.reversed()).first?.key)
        #expect(key != earned(badge, [Facts.done("a", on: 1, record: "other"), facts[1]]).first?.key)
        let other = try Facts.badge(try Facts.rule(.all, "a", "b"), id: "b2")
        #expect(key != earned(other, facts).first?.key)
    }

    @Test("takes a record that was completed again, after the badge ran out, for another completion")
    func again() throws {
        let badge = try Facts.badge(try Facts.rule(.all, "a"), validity: .months(1))
        let first = try #require(earned(badge, [Facts.done("a", on: 1)]).first)
        let last = AwardHistory(award: "old", issuedOn: first.issuedOn, expires: first.expires)
        let second = try #require(earned(badge, [Facts.done("a", on: 90)], last).first)
        #expect(first.key != second.key)
    }

    @Test("decides each badge by itself, however many there are")
    func many() throws {
        let badges = try (0..<200).map { try Facts.badge(try Facts.rule(.all, "a\($0)"), id: ID("b\($0)")) }
        let facts = stride(from: 0, to: 200, by: 3).map { Facts.done("a\($0)") }
        let awards = Awarding(badges).decide(facts: facts, history: [:], at: now).earned
        #expect(awards.map(\.badge.rawValue) == stride(from: 0, to: 200, by: 3).map { "b\($0)" })
        #expect(Set(awards.map(\.key)).count == awards.count)
    }
}
