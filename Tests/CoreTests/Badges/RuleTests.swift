import Core
import Foundation
import Testing

@Suite("Rule") struct RuleTests {
    private let two = [Requirement(Facts.ref("a")), Requirement(Facts.ref("b"), threshold: Percent(clamping: 80))]

    @Test("refuses what nobody could meet, or would always be met")
    func refuses() {
        #expect(throws: RuleError.empty) { try Rule(.all, []) }
        #expect(throws: RuleError.repeated) { try Rule(.all, [two[0], two[0]]) }
        #expect(throws: RuleError.unreachable(wanted: 3, of: 2)) { try Rule(.atLeast(3), two) }
        #expect(throws: RuleError.unreachable(wanted: 0, of: 2)) { try Rule(.atLeast(0), two) }
        let many = (0..<31).map { Requirement(Facts.ref("a\($0)")) }
        #expect(throws: RuleError.tooMany(31)) { try Rule(.any, many) }
    }

    @Test("survives storage", arguments: [Rule.Mode.all, .any, .atLeast(2)])
    func stored(mode: Rule.Mode) throws {
        let rule = try Rule(mode, two)
        #expect(try JSONDecoder().decode(Rule.self, from: JSONEncoder().encode(rule)) == rule)
    }

    @Test("that was damaged in storage is refused")
    func damaged() {
        let json = #"{"mode":{"all":{}},"requirements":[]}"#
        #expect(throws: RuleError.empty) { try JSONDecoder().decode(Rule.self, from: Data(json.utf8)) }
    }
}
