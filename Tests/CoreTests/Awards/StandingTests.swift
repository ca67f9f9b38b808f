import Core
import Foundation
import Testing

@Suite("Standing towards a rule") struct StandingTests {
    private func standing(_ rule: Rule, _ facts: [Progress]) -> Standing {
        Standing(rule, Dictionary(uniqueKeysWithValues: facts.map { ($0.activity, $0) }))
    }

    @Test("all: is met when the last activity is completed")
    func all() throws {
        let rule = try Facts.rule(.all, "a", "b")
        #expect(standing(rule, [Facts.done("a", on: 1)]).metAt == nil)
        #expect(standing(rule, [Facts.done("a", on: 5), Facts.done("b", on: 3)]).metAt == Facts.date(5))
    }

    @Test("any: is met by the first")
    func any() throws {
        let rule = try Facts.rule(.any, "a", "b")
        #expect(standing(rule, [Facts.done("a", on: 5), Facts.done("b", on: 3)]).metAt == Facts.date(3))
    }

    @Test("at least two of three: is met by the second")
    func atLeast() throws {
        let rule = try Facts.rule(.atLeast(2), "a", "b", "c")
        let facts = [Facts.done("a", on: 9), Facts.done("b", on: 2), Facts.done("c", on: 4)]
        #expect(standing(rule, facts).metAt == Facts.date(4))
        #expect(standing(rule, facts).deciding.map(\.requirement.activity.id) == ["b", "c"])
    }

    @Test("is the provider's word, never its 100 %")
    func hundredPercent() throws {
        let standing = standing(try Facts.rule(.all, "a"), [Facts.begun("a", 100)])
        #expect(standing.metAt == nil)
        #expect(standing.percent.whole == 99)
    }

    @Test("a threshold is met by as much progress, and by completion")
    func threshold() throws {
        let rule = try Rule(.all, [Requirement(Facts.ref("a"), threshold: Percent(clamping: 80))])
        #expect(standing(rule, [Facts.begun("a", 79.9)]).metAt == nil)
        #expect(standing(rule, [Facts.begun("a", 80, on: 2)]).metAt == Facts.date(2))
        #expect(standing(rule, [Facts.done("a", on: 3)]).metAt == Facts.date(3))
        #expect(standing(rule, [Facts.begun("a", 40)]).percent.whole == 50)
    }

    @Test(
        "does not count what failed, was withdrawn or never began",
        arguments: [ProgressFact.State.failed, .withdrawn, .notStarted]
    )
    func other(state: ProgressFact.State) throws {
        var fact = Facts.begun("a", 100)
        fact.state = state
        let rule = try Rule(.all, [Requirement(Facts.ref("a"), threshold: .zero)])
        #expect(standing(rule, [fact]).metAt == nil)
        #expect(standing(rule, [fact]).percent == .zero)
    }

    @Test("says how far: the average of the best steps, 100 only when met")
    func percent() throws {
        let facts = [Facts.done("a"), Facts.begun("b", 50), Facts.begun("c", nil)]
        #expect(standing(try Facts.rule(.all, "a", "b", "c"), facts).percent.whole == 50)
        #expect(standing(try Facts.rule(.atLeast(2), "a", "b", "c"), facts).percent.whole == 75)
        #expect(standing(try Facts.rule(.any, "a", "b", "c"), facts).percent == .full)
        #expect(standing(try Facts.rule(.all, "x"), facts).percent == .zero)
    }

    @Test("of every subset of completions is met exactly when enough are done", arguments: 1...4)
    func subsets(needed: Int) throws {
        let ids = ["a", "b", "c", "d"]
        let rule = try Rule(.atLeast(needed), ids.map { Requirement(Facts.ref($0)) })
        for mask in 0..<16 {
            let done = ids.indices.filter { mask >> $0 & 1 == 1 }
            let standing = standing(rule, done.map { Facts.done(ids[$0], on: Double($0)) })
            #expect((standing.metAt != nil) == (done.count >= needed))
            #expect((standing.percent == .full) == (standing.metAt != nil))
            #expect(standing.metCount == done.count)
        }
    }
}
