package import Core
package import Testing

/// Examines `source` as ``Core/Conformance`` says, and records an issue for every rule it breaks.
///
/// - Parameters:
///   - source: one that answers and holds at least one fact.
///   - person: keys of somebody the source knows; needed when it cannot be asked for changes.
///   - file: a file it reads, when it takes files.
///   - secrets: what must never be seen: the values of its keys.
package func checkBadgeSource(
    _ source: some BadgeSource,
    person: [PersonKey]? = nil,
    file: [UInt8]? = nil,
    secrets: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let report = await Conformance(person: person, file: file, secrets: secrets).examine(source)
    for answer in report.answers {
        #expect(
            answer.faults == 0,
            "\(answer.rule.rawValue) \(answer.examples.joined(separator: ", "))",
            sourceLocation: sourceLocation
        )
    }
}
