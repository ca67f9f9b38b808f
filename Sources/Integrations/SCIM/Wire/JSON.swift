import Core
import Foundation

/// What SCIM's messages are made of.
typealias JSON = JSONValue

extension JSON {
    /// Sorted, so that equal documents are equal texts.
    var encoded: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }

    /// - Throws: ``SCIMProblem`` `invalidSyntax`.
    static func read(_ bytes: [UInt8]) throws(SCIMProblem) -> JSON {
        do {
            return try JSONDecoder().decode(JSON.self, from: Data(bytes))
        } catch {
            throw SCIMProblem(400, "The body is no JSON.", type: "invalidSyntax")
        }
    }

    /// A list response (RFC 7644 §3.4.2); never without `Resources`, which some clients expect.
    static func list(_ resources: [JSON], total: Int, from start: Int) -> JSON {
        [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": .number(Double(total)), "startIndex": .number(Double(start)),
            "itemsPerPage": .number(Double(resources.count)), "Resources": .list(resources),
        ]
    }
}
