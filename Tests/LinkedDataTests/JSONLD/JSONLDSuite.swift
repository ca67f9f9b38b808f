import Foundation
import LinkedData
import Testing

/// The JSON-LD 1.1 API suite of the W3C: manifests, tests, and the documents they refer to.
struct JSONLDSuite: DocumentLoader {
    static let address = "https://w3c.github.io/json-ld-api/tests/"

    struct Entry: Sendable, CustomTestStringConvertible {
        let id: String
        let name: String
        let input: String
        let expect: String?
        let errorCode: Text?
        let options: JSON
        let isPositive: Bool
        var testDescription: String { "\(id) \(name)" }

        /// The others ask for a processor of JSON-LD 1.0, or for one that behaves like it.
        var isForJSONLD11: Bool {
            options["specVersion"]?.text != "json-ld-1.0" && options["processingMode"]?.text != "json-ld-1.0"
        }
    }

    /// All tests of a manifest that are for JSON-LD 1.1.
    static func entries(_ manifest: String) throws -> [Entry] {
        try (Vectors.json("w3c/json-ld-api/\(manifest)-manifest.jsonld")["sequence"]?.array ?? []).map { entry in
            Entry(
                id: entry["@id"]?.text?.string ?? "",
                name: entry["name"]?.text?.string ?? "",
                input: entry["input"]?.text?.string ?? "",
                expect: entry["expect"]?.text?.string,
                errorCode: entry["expectErrorCode"]?.text,
                options: entry["option"] ?? [:],
                isPositive: entry["@type"]?.array?.contains("jld:NegativeEvaluationTest") == false
            )
        }
        .filter(\.isForJSONLD11)
    }

    static let processor = JSONLDProcessor(loader: JSONLDSuite())

    static func document(_ entry: Entry) throws -> JSON {
        try Vectors.json("w3c/json-ld-api/\(entry.input)")
    }

    static func options(_ entry: Entry) throws -> JSONLDProcessor.Options {
        var options = JSONLDProcessor.Options()
        options.base = entry.options["base"]?.text ?? Text(address + entry.input)
        if let context = entry.options["expandContext"]?.text {
            options.expandContext = try Vectors.json("w3c/json-ld-api/\(context)")
        }
        switch entry.options["rdfDirection"]?.text {
        case "i18n-datatype": options.rdfDirection = .i18nDatatype
        case "compound-literal": options.rdfDirection = .compoundLiteral
        default: break
        }
        return options
    }

    /// What the suite calls remote lies beside it.
    func document(at url: Text) -> JSON? {
        guard url.string.hasPrefix(Self.address) else { return nil }
        return try? Vectors.json("w3c/json-ld-api/\(url.string.dropFirst(Self.address.count))")
    }
}
