/// Which rules a ``BadgeSource`` keeps.
package struct ConformanceReport: Sendable {
    package struct Answer: Sendable {
        package let rule: ConformanceRule
        /// How often it could be seen; 0 when the rule does not concern this source.
        package fileprivate(set) var count = 0
        package fileprivate(set) var faults = 0
        /// The first few, each in a few words.
        package fileprivate(set) var examples: [String] = []
    }

    private static let examplesKept = 3

    /// In the order of the rules.
    package private(set) var answers = ConformanceRule.allCases.map { Answer(rule: $0) }

    package var broken: [ConformanceRule] { answers.filter { $0.faults > 0 }.map(\.rule) }

    /// - Parameter example: what broke the rule, such as a record.
    mutating func note(_ rule: ConformanceRule, _ holds: Bool, _ example: @autoclosure () -> String = "") {
        guard let index = answers.firstIndex(where: { $0.rule == rule }) else { return }
        answers[index].count += 1
        guard !holds else { return }
        answers[index].faults += 1
        let text = example()
        if !text.isEmpty, answers[index].examples.count < Self.examplesKept { answers[index].examples.append(text) }
    }
}
