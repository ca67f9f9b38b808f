/// One mistake in plugins.json.
struct ManifestProblem: Sendable, Hashable {
    var file: String
    var position: TextPosition
    /// JSON pointer (RFC 6901) from the top of the file; "" when it concerns the file as a whole.
    var pointer: String
    /// What is wrong; never the value of a secret.
    var message: String
    var hint: String?
}

extension ManifestProblem: CustomStringConvertible {
    var description: String {
        let place = "\(file):\(position)  \(pointer)\(pointer.isEmpty ? "" : ": ")\(message)"
        return hint.map { "\(place)\n    \($0)" } ?? place
    }
}

/// Everything that is wrong with plugins.json, in the order of the file; the program stops with status 78.
struct ManifestError: Error, Equatable, CustomStringConvertible {
    let problems: [ManifestProblem]

    init(_ problems: [ManifestProblem]) {
        self.problems = problems.sorted { ($0.position, $0.pointer) < ($1.position, $1.pointer) }
    }

    var description: String {
        let more = problems.count < Findings.limit ? "" : "\nThere may be more; these are the first \(problems.count)."
        return problems.map(\.description).joined(separator: "\n") + more
    }
}
