package import Foundation

/// How a person stands towards a rule.
package struct Standing: Sendable, Equatable {
    /// One requirement and what is known about it.
    package struct Step: Sendable, Equatable {
        package var requirement: Requirement
        package var progress: Progress?
        /// When it was met; nil while it is not.
        package var metAt: Date?
        /// 100 exactly when it is met.
        package var share: Percent
    }

    /// In the order of the rule.
    package let steps: [Step]
    /// How many steps the rule needs.
    package let needed: Int
    /// 100 exactly when the rule is met; below it, how far the best steps are on average.
    package let percent: Percent
    /// When the rule was met: when the last step that it needed was; nil while it is not.
    package let metAt: Date?

    package init(_ rule: Rule, _ facts: [ActivityRef: Progress]) {
        steps = rule.requirements.map { Step($0, facts[$0.activity]) }
        needed = rule.needed
        let dates = steps.compactMap(\.metAt).sorted()
        metAt = dates.count >= needed ? dates[needed - 1] : nil
        if metAt != nil {
            percent = .full
        } else {
            let best = steps.map(\.share.value).sorted(by: >).prefix(needed)
            percent = Percent(clamping: best.reduce(0, +) / Double(needed))
        }
    }

    /// The steps that count: the first `needed` that were met.
    package var deciding: [Step] {
        guard metAt != nil else { return [] }
        let met = steps.filter { $0.metAt != nil }
        return Array(met.sorted { ($0.metAt ?? .distantFuture) < ($1.metAt ?? .distantFuture) }.prefix(needed))
    }

    package var metCount: Int { steps.count { $0.metAt != nil } }
    package var hasBegun: Bool { steps.contains { $0.share > .zero } }
    /// The oldest of what the percentage is made of.
    package var asOf: Date? { steps.compactMap(\.progress?.asOf).min() }
}

extension Standing.Step {
    init(_ requirement: Requirement, _ progress: Progress?) {
        let metAt = progress.flatMap { Self.metAt(requirement, $0) }
        self.init(
            requirement: requirement,
            progress: progress,
            metAt: metAt,
            share: metAt == nil ? Self.share(requirement, progress) : .full
        )
    }

    private static func metAt(_ requirement: Requirement, _ progress: Progress) -> Date? {
        if let completion = progress.completion { return completion.completedAt }
        guard let threshold = requirement.threshold, progress.state == .inProgress,
            let percent = progress.percent, percent >= threshold
        else { return nil }
        return progress.asOf
    }

    /// 99 at most: what is not met is not whole, even if the provider says 100 %.
    private static func share(_ requirement: Requirement, _ progress: Progress?) -> Percent {
        guard let progress, progress.state == .inProgress, let percent = progress.percent else { return .zero }
        let goal = requirement.threshold?.value ?? 100
        return Percent(clamping: goal == 0 ? 99 : min(percent.value / goal * 100, 99))
    }
}
