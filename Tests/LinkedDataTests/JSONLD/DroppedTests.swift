import Testing

@testable import LinkedData

/// What RDF cannot hold, a signature over RDF does not cover: each loss is reported.
@Suite("What is not in the RDF of a document")
struct DroppedTests {
    private let context: JSON = [
        "@protected": true,
        "name": "https://example.org/name",
        "other": ["@id": "https://example.org/other", "@type": "@id"],
        "byIndex": ["@id": "https://example.org/byIndex", "@container": "@index"],
    ]

    static let losses: [(JSON, Dropped.Reason, Text)] = [
        (["salary": "1"], .undefinedMember, "salary"),
        (["name": ["salary": "1"]], .undefinedMember, "salary"),
        (["@unknown": "1"], .reservedName, "@unknown"),
        (["@type": "@unknown"], .reservedName, "@unknown"),
        (["@graph": ["free"]], .freeValue, "free"),
        (["name": ["@language": "en"]], .emptyObject, "name"),
        (["name": ["@value": nil]], .emptyObject, "name"),
        (["@type": "Relative"], .relativeReference, "Relative"),
        (["other": "relative"], .relativeReference, "relative"),
        (["other": "https://example.org/a b"], .relativeReference, "https://example.org/a b"),
        (["name": ["@value": "x", "@language": "e n"]], .invalidLanguage, "e n"),
        (["_:predicate": "x"], .blankPredicate, "_:predicate"),
        (["name": ["@value": "x", "@index": "i"]], .index, "i"),
        (["byIndex": ["i": "x"]], .index, "i"),
        (["@id": "urn:x", "@index": "i", "name": "x"], .index, "i"),
        (["@language": "en", "name": "x"], .reservedName, "@language"),
        (["name": ["@value": "x", "@direction": "rtl"]], .direction, "x"),
    ]

    @Test("is reported", arguments: losses)
    func reported(members: JSON, reason: Dropped.Reason, subject: Text) throws {
        var document = members
        document["@context"] = context
        let rdf = try JSONLDProcessor(loader: NoDocuments()).toRDF(document)
        #expect(rdf.dropped.first == Dropped(reason: reason, subject: subject))
    }

    @Test("is a number that no double can hold")
    func number() throws {
        let document = try JSONReader.read(Array(#"{"https://example.org/n":1e999}"#.utf8))
        let rdf = try JSONLDProcessor(loader: NoDocuments()).toRDF(document)
        #expect(rdf.dropped == [Dropped(reason: .numberOutOfRange, subject: "1e999")])
    }

    @Test("is nothing for an ordinary document")
    func nothing() throws {
        let document: JSON = ["@context": context, "@id": "urn:x", "@type": "urn:t", "name": ["a", nil], "other": []]
        #expect(try JSONLDProcessor(loader: NoDocuments()).toRDF(document).dropped.isEmpty)
    }
}
