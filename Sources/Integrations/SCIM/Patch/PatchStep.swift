import Core

/// One operation of a PATCH (RFC 7644 §3.5.2), in any of the ways in which directories write it.
struct PatchStep: Sendable, Equatable {
    enum Operation: String, Sendable {
        case add, replace, remove
    }

    static let limit = 1_000

    var operation: Operation
    /// nil: `value` is an object whose names are paths.
    var path: PatchPath?
    var value: JSON?

    /// - Returns: the operations, those without a path taken apart into ones with.
    static func read(_ message: [String: JSON]) throws(SCIMProblem) -> [PatchStep] {
        let list = message.first { $0.key.lowercased() == "operations" }?.value.elements
        guard let list, !list.isEmpty, list.count <= limit else {
            throw SCIMProblem(400, "A PATCH has 1 to \(limit) Operations.", type: "invalidSyntax")
        }
        var steps: [PatchStep] = []
        for element in list { steps += try read(element) }
        return steps
    }

    private static func read(_ element: JSON) throws(SCIMProblem) -> [PatchStep] {
        let members = element.members ?? [:]
        func member(_ name: String) -> JSON? { members.first { $0.key.lowercased() == name }?.value }
        // Entra ID begins the word with a capital letter.
        guard let word = member("op")?.text, let operation = Operation(rawValue: word.lowercased()) else {
            throw SCIMProblem(400, "An operation is add, replace or remove.", type: "invalidSyntax")
        }
        let value = member("value")
        if operation != .remove, value == nil {
            throw .invalidValue("An \(operation.rawValue) needs a value.")
        }
        if let path = member("path"), path != .null {
            guard let text = path.text else { throw PatchPath.problem }
            return try apart(PatchPath(text), operation, value)
        }
        guard operation != .remove else { throw SCIMProblem(400, "A remove needs a path.", type: "noTarget") }
        guard let values = value?.members else { throw .invalidValue("Without a path the value is an object.") }
        return try apart(values, operation)
    }

    private static func apart(
        _ values: [String: JSON],
        _ operation: Operation
    ) throws(SCIMProblem) -> [PatchStep] {
        var steps: [PatchStep] = []
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            steps += try apart(PatchPath(name), operation, value)
        }
        return steps
    }

    /// The enterprise extension as a whole is an object with names of its own.
    private static func apart(
        _ path: PatchPath,
        _ operation: Operation,
        _ value: JSON?
    ) throws(SCIMProblem) -> [PatchStep] {
        guard path.isExtension, path.attribute.isEmpty, operation != .remove else {
            return [PatchStep(operation: operation, path: path, value: value)]
        }
        var steps: [PatchStep] = []
        for (name, value) in (value?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
            var inner = try PatchPath(name)
            inner.isExtension = true
            steps.append(PatchStep(operation: operation, path: inner, value: value))
        }
        return steps
    }
}
