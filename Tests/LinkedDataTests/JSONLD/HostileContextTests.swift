import LinkedData
import Testing

/// Small documents that ask for much work; each must end with an error of its own.
@Suite("A hostile context")
struct HostileContextTests {
    private func error(_ document: JSON, _ loader: some DocumentLoader = NoDocuments()) -> JSONLDError? {
        #expect(throws: JSONLDError.self) { try JSONLDProcessor(loader: loader).toRDF(document) }
    }

    private func terms(_ count: Int, _ value: (Int) -> JSON) -> JSONObject {
        var terms = JSONObject()
        for number in 0..<count { terms[Text("term\(number)")] = value(number) }
        return terms
    }

    /// Two contexts that name each other.
    struct Circle: DocumentLoader {
        func document(at url: Text) -> JSON? {
            ["@context": url == "https://example.org/a" ? "https://example.org/b" : "https://example.org/a"]
        }
    }

    @Test("that includes itself")
    func circle() {
        #expect(error(["@context": "https://example.org/a"], Circle())?.code == .contextOverflow)
    }

    @Test("whose terms stand for each other")
    func cyclicTerms() {
        let document: JSON = ["@context": ["a": "b:x", "b": "c:x", "c": "a:x"]]
        #expect(error(document)?.code == .cyclicIRIMapping)
    }

    @Test("whose terms build on each other in a long row")
    func longRow() {
        let definition = terms(5_000) { .string(Text("term\($0 + 1):x")) }
        #expect(error(["@context": .object(definition)])?.code == .workLimitExceeded)
    }

    @Test("with very many terms")
    func manyTerms() {
        let definition = terms(60_000) { _ in "https://example.org/" }
        #expect(error(["@context": .object(definition)])?.code == .workLimitExceeded)
    }

    @Test("that is large and stands everywhere")
    func everywhere() {
        let definition = terms(1_000) { _ in "https://example.org/" }
        let items = Array(repeating: JSON.object(["@context": .object(definition), "term1": "x"]), count: 100)
        let document: JSON = ["@context": ["list": "https://example.org/list"], "list": .array(items)]
        #expect(error(document)?.code == .workLimitExceeded)
    }

    @Test("that is large and is changed a little everywhere")
    func changed() {
        let definition = terms(10_000) { _ in "https://example.org/" }
        let items = Array(repeating: JSON.object(["@context": ["x": "https://example.org/x"], "x": 1]), count: 5_000)
        let document: JSON = ["@context": .object(definition), "term1": .array(items)]
        #expect(error(document)?.code == .workLimitExceeded)
    }

    @Test("that is large and is forgotten very often")
    func forgotten() {
        let definition = terms(10_000) { _ in "https://example.org/" }
        let nulls = Array(repeating: JSON.null, count: 50_000)
        let document: JSON = ["@context": .object(definition), "term1": ["@context": .array(nulls)]]
        #expect(error(document)?.code == .workLimitExceeded)
    }

    @Test("that makes every name very long", arguments: ["@vocab", "term"])
    func longNames(term: String) {
        let iri = Text("https://example.org/" + String(repeating: "x", count: 5_000))
        #expect(error(["@context": .object([Text(term): .string(iri)])])?.code == .workLimitExceeded)
    }

    @Test("with contexts in contexts as deep as JSON allows")
    func nested() throws {
        var context: JSON = ["term": "https://example.org/term"]
        for _ in 0..<30 { context = ["term": ["@id": "https://example.org/term", "@context": context]] }
        #expect(throws: Never.self) { try JSONLDProcessor(loader: NoDocuments()).toRDF(["@context": context]) }
    }
}
