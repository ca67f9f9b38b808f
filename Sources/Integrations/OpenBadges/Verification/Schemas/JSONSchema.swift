import Foundation
import LinkedData

/// A JSON Schema (2019-09) that somebody else wrote: the words that schemas of badges use.
///
/// A word that is not known here is an answer of its own, never a silent yes. Regular expressions of strangers are not
/// run, because some of them never end; those of 1EdTech's own schemas are known by heart.
struct JSONSchema {
    enum Problem: Error, Equatable {
        case unknownWord(String)
        /// It goes round in circles, or is far larger than a badge needs.
        case tooMuch
    }

    private let root: Node
    private var steps = 0

    init(_ root: Node) { self.root = root }

    private static let stepLimit = 100_000
    private static let depthLimit = 100
    /// Words that explain and demand nothing; `format` is one of them in 2019-09.
    private static let silent: Set<String> = [
        "$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default", "examples", "format",
        "deprecated", "readOnly", "writeOnly", "additionalItems", "then", "else", "minContains", "maxContains",
        "contentMediaType", "contentEncoding",
    ]

    /// - Returns: what does not fit, as places in the document; empty when everything does.
    mutating func objections(to value: Node) throws(Problem) -> [String] { try check(value, root, at: "", depth: 0) }

    private mutating func fits(_ value: Node, _ schema: Node, _ place: String, _ depth: Int) throws(Problem) -> Bool {
        try check(value, schema, at: place, depth: depth).isEmpty
    }

    private mutating func check(_ value: Node, _ schema: Node, at place: String, depth: Int) throws(Problem) -> [String]
    {
        steps += 1
        guard steps <= Self.stepLimit, depth <= Self.depthLimit else { throw .tooMuch }
        if case .bool(let allows) = schema { return allows ? [] : [place] }
        guard let words = schema.object else { throw .unknownWord("a schema that is no object") }
        var found: [String] = []
        for (word, rule) in words where !Self.silent.contains(word.string) {
            found += try check(value, word.string, rule, of: schema, at: place, depth: depth + 1)
        }
        return found
    }

    private mutating func check(
        _ value: Node,
        _ word: String,
        _ rule: Node,
        of schema: Node,
        at place: String,
        depth: Int
    ) throws(Problem) -> [String] {
        if let holds = try Self.plain(value, word, rule) { return holds ? [] : ["\(place): \(word)"] }
        switch word {
        case "$ref": return try check(value, try target(rule), at: place, depth: depth)
        case "properties", "additionalProperties", "propertyNames":
            return try members(value, word, rule, of: schema, at: place, depth: depth)
        case "items", "contains": return try items(value, word, rule, of: schema, at: place, depth: depth)
        case "allOf":
            var found: [String] = []
            for part in rule.asArray { found += try check(value, part, at: place, depth: depth) }
            return found
        case "anyOf", "oneOf":
            var fitting = 0
            for part in rule.asArray where try fits(value, part, place, depth) { fitting += 1 }
            return (word == "anyOf" ? fitting > 0 : fitting == 1) ? [] : ["\(place): \(word)"]
        case "not": return try fits(value, rule, place, depth) ? ["\(place): not"] : []
        case "if":
            let branch: Text = try fits(value, rule, place, depth) ? "then" : "else"
            return try schema[branch].map { next throws(Problem) in try check(value, next, at: place, depth: depth) }
                ?? []
        default: throw .unknownWord(word)
        }
    }

    /// Only places in the same document.
    private func target(_ rule: Node) throws(Problem) -> Node {
        guard let reference = rule.text?.string, reference.hasPrefix("#") else { throw .unknownWord("$ref elsewhere") }
        var node = root
        for step in reference.dropFirst().split(separator: "/") {
            let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
            guard let next = node[Text(name)] else { throw .unknownWord("$ref \(reference)") }
            node = next
        }
        return node
    }

    private mutating func members(
        _ value: Node,
        _ word: String,
        _ rule: Node,
        of schema: Node,
        at place: String,
        depth: Int
    ) throws(Problem) -> [String] {
        guard let members = value.object else { return [] }
        var found: [String] = []
        for (name, member) in members {
            let inside = "\(place)/\(name.string)"
            switch word {
            case "properties":
                if let next = rule[name] { found += try check(member, next, at: inside, depth: depth) }
            case "additionalProperties":
                if schema["properties"]?[name] == nil { found += try check(member, rule, at: inside, depth: depth) }
            default: found += try check(.string(name), rule, at: inside, depth: depth)
            }
        }
        return found
    }

    private mutating func items(
        _ value: Node,
        _ word: String,
        _ rule: Node,
        of schema: Node,
        at place: String,
        depth: Int
    ) throws(Problem) -> [String] {
        guard let items = value.array else { return [] }
        var found: [String] = []
        var fitting = 0
        for (index, item) in items.enumerated() {
            let inside = "\(place)/\(index)"
            if word == "contains" {
                if try fits(item, rule, inside, depth) { fitting += 1 }
            } else if let next = rule.array == nil
                ? rule : rule.array?.dropFirst(index).first ?? schema["additionalItems"]
            {
                found += try check(item, next, at: inside, depth: depth)
            }
        }
        guard word == "contains" else { return found }
        let least = schema["minContains"].flatMap(Self.number) ?? 1
        let most = schema["maxContains"].flatMap(Self.number) ?? .infinity
        return Double(fitting) >= least && Double(fitting) <= most ? [] : ["\(place): contains"]
    }
}
