/// What earns a badge: some activities of any source, all of them or enough of them.
package struct Rule: Sendable, Hashable, Codable {
    /// The most requirements a rule may have.
    package static let limit = 30

    package enum Mode: Sendable, Hashable, Codable {
        case all
        case any
        case atLeast(Int)
    }

    package let mode: Mode
    /// 1 to ``limit``, each activity once.
    package let requirements: [Requirement]

    package init(_ mode: Mode, _ requirements: [Requirement]) throws(RuleError) {
        guard !requirements.isEmpty else { throw .empty }
        guard requirements.count <= Self.limit else { throw .tooMany(requirements.count) }
        guard Set(requirements.map(\.activity)).count == requirements.count else { throw .repeated }
        if case .atLeast(let number) = mode, !(1...requirements.count).contains(number) {
            throw .unreachable(wanted: number, of: requirements.count)
        }
        self.mode = mode
        self.requirements = requirements
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            box.decode(Mode.self, forKey: .mode),
            box.decode([Requirement].self, forKey: .requirements)
        )
    }

    /// How many requirements must be met.
    package var needed: Int {
        switch mode {
        case .all: requirements.count
        case .any: 1
        case .atLeast(let number): number
        }
    }
}

/// One activity that counts.
package struct Requirement: Sendable, Hashable, Codable {
    package var activity: ActivityRef
    /// The progress that is enough; nil asks for the provider's word that it is completed, which 100 % is not.
    package var threshold: Percent?

    package init(_ activity: ActivityRef, threshold: Percent? = nil) {
        self.activity = activity
        self.threshold = threshold
    }
}

package enum RuleError: PortalError {
    case empty
    case tooMany(Int)
    case repeated
    case unreachable(wanted: Int, of: Int)

    package var kind: ErrorKind { .invalid }

    package var message: String {
        switch self {
        case .empty: "Choose at least one activity."
        case .tooMany(let count): "\(count) activities are too many; \(Rule.limit) fit."
        case .repeated: "An activity can count only once."
        case .unreachable(let wanted, let count): "\(wanted) of \(count) activities cannot be done. Lower the number."
        }
    }
}
