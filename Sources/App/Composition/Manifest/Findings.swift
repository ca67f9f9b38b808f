/// Collects what is wrong with one file, and shows no value that could be a secret.
struct Findings {
    /// More mistakes than these are not made one by one; the first are enough to see what happened.
    static let limit = 200

    let file: String
    let secrets: SuspectedSecrets
    private(set) var problems: [ManifestProblem] = []
    private(set) var warnings: [ManifestProblem] = []

    init(file: String, secrets: SuspectedSecrets) {
        self.file = file
        self.secrets = secrets
    }

    var isFull: Bool { problems.count >= Self.limit }

    mutating func report(_ message: String, at position: TextPosition, _ pointer: String, hint: String? = nil) {
        guard !isFull else { return }
        problems.append(
            ManifestProblem(file: file, position: position, pointer: pointer, message: message, hint: hint)
        )
    }

    mutating func warn(_ message: String, at position: TextPosition, _ pointer: String, hint: String? = nil) {
        warnings.append(
            ManifestProblem(
                file: file,
                position: position,
                pointer: pointer,
                message: "warning: \(message)",
                hint: hint
            )
        )
    }

    mutating func reportKind(_ due: String, _ value: PositionedJSON, _ pointer: String, hint: String? = nil) {
        report("must be \(due), not \(value.kindName).", at: value.position, pointer, hint: hint)
    }

    /// Reports a value that is not an object, and every key that `known` does not have.
    ///
    /// - Returns: false when there is no object to look into.
    mutating func checkObject(
        _ value: PositionedJSON,
        _ pointer: String,
        known: [String],
        hint: String? = nil
    ) -> Bool {
        guard let members = value.members else {
            reportKind("an object", value, pointer, hint: hint)
            return false
        }
        for member in members where !known.contains(member.key) && !isFull {
            report(
                "unknown key \(secrets.shown(member.key)).\(proposal(for: member.key, among: known))",
                at: member.position,
                pointer,
                hint: known.isEmpty ? "No keys are known here." : "Known keys: \(known.joined(separator: ", "))."
            )
        }
        return true
    }

    /// Returns a question to put after a message, or nothing.
    func proposal(for text: String, among words: [String]) -> String {
        Spelling.closest(to: text, among: words).map { " Did you mean \"\($0)\"?" } ?? ""
    }
}

extension PositionedJSON {
    /// What kind of JSON it is, with its article.
    var kindName: String {
        switch content {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// The text of a string, a number or a word; nil for lists and objects.
    var scalar: String? {
        switch content {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let text), .string(let text): text
        case .array, .object: nil
        }
    }

    var string: String? {
        guard case .string(let text) = content else { return nil }
        return text
    }

    /// A number without a fraction, however it is written.
    var integer: Int? {
        guard case .number(let text) = content else { return nil }
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    }
}
