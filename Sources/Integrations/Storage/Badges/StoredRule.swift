import Core

/// A rule as JSON: `{"need":"atLeast","number":2,"of":[{"source":"s","activity":"a","threshold":80}]}`.
struct StoredRule: Codable {
    enum Need: String, Codable {
        case all
        case any
        case atLeast
    }

    struct Step: Codable {
        var source: String
        var activity: String
        var threshold: Double?
    }

    var need: Need
    var number: Int?
    var of: [Step]

    init(_ rule: Rule) {
        switch rule.mode {
        case .all: need = .all
        case .any: need = .any
        case .atLeast(let number):
            need = .atLeast
            self.number = number
        }
        of = rule.requirements.map { requirement in
            Step(
                source: requirement.activity.source.rawValue,
                activity: requirement.activity.id.rawValue,
                threshold: requirement.threshold?.value
            )
        }
    }

    func rule() throws -> Rule {
        let requirements = of.map { step in
            Requirement(
                ActivityRef(source: ID(step.source), id: ID(step.activity)),
                threshold: step.threshold.map(Percent.init(clamping:))
            )
        }
        switch need {
        case .all: return try Rule(.all, requirements)
        case .any: return try Rule(.any, requirements)
        case .atLeast:
            guard let number else { throw SQLError.unreadable("a rule without its number") }
            return try Rule(.atLeast(number), requirements)
        }
    }
}
