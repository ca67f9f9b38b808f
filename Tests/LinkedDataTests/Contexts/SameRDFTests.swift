import LinkedData
import Testing

/// The documents of the vectors mean the same with our tables as with the published contexts.
@Suite("Documents under the known contexts")
struct SameRDFTests {
    struct Document: Sendable, CustomTestStringConvertible {
        let path: String
        let json: JSON
        var testDescription: String { path }
    }

    /// Every JSON object of the vectors that names contexts, all of which both sides know.
    static func documents() throws -> [Document] {
        let folders = [
            "ob2", "ob3", "realworld", "w3c/vc-data-model-2.0", "w3c/vc-di-eddsa", "w3c/vc-bitstring-status-list",
        ]
        let originals = try OriginalContexts.all.get()
        return try folders.flatMap { try Vectors.files(in: $0, endingWith: ".json") }.compactMap { path in
            guard let json = try? Vectors.json(path), json["@context"] != nil else { return nil }
            let names = Self.contexts(json)
            let isShared = names.allSatisfy {
                originals.document(at: $0) != nil && KnownContexts.badges.document(at: $0) != nil
            }
            return isShared && !names.isEmpty ? Document(path: path, json: json) : nil
        }
    }

    /// The addresses at the top and in every subtree; of definitions in the document itself both sides think alike.
    private static func contexts(_ json: JSON) -> [Text] {
        switch json {
        case .array(let items): items.flatMap(contexts)
        case .object(let members):
            members.entries.flatMap { entry in
                entry.key == "@context" ? entry.value.asArray.compactMap(\.text) : contexts(entry.value)
            }
        default: []
        }
    }

    @Test("are many")
    func many() throws {
        #expect(try Self.documents().count > 150)
    }

    @Test("become the same canonical N-Quads", arguments: try documents())
    func sameQuads(document: Document) throws {
        let ours = try result(document.json, KnownContexts.badges)
        let published = try result(document.json, OriginalContexts.all.get())
        #expect(ours == published)
    }

    /// The N-Quads, and what is missing in them; for a document that is no JSON-LD the error.
    private func result(_ json: JSON, _ contexts: some DocumentLoader) throws -> String {
        do {
            let rdf = try JSONLDProcessor(loader: contexts).toRDF(json)
            let quads = try RDFC10.canonicalize(rdf.dataset).nquads
            return String(decoding: quads, as: UTF8.self) + rdf.dropped.map(\.description).joined(separator: "\n")
        } catch let error as JSONLDError {
            return error.description
        }
    }
}
