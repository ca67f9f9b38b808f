import LinkedData
import Testing

/// Documents that were damaged at random, always in the same way: nothing may crash.
@Suite("A damaged document")
struct MutationTests {
    /// SplitMix64, so that a failure can be repeated.
    struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    static let words = [
        "@id", "@type", "@value", "@list", "@set", "@graph", "@reverse", "@context", "@included", "@nest", "@json",
        "@none",
        "@index", "@language", "@direction", "null", "[]", "{}", "\"\"", ":", ",", "_:b0", "1e400", "\\ud800",
        "\u{1F3C5}",
    ]

    static let paths = [
        "ob3/spec-examples/24-signed-credential.json", "w3c/json-ld-api/expand/pi06-in.jsonld",
        "w3c/json-ld-api/expand/m008-in.jsonld", "w3c/json-ld-api/toRdf/e081-in.jsonld",
        "w3c/json-ld-api/expand/pr23-in.jsonld", "w3c/json-ld-api/expand/n008-in.jsonld",
    ]

    @Test("ends with an answer or an error", arguments: paths, 0..<4)
    func survives(path: String, seed: Int) throws {
        let original = Array(try Vectors.data(path))
        var chance = Chance(state: UInt64(seed))
        let processor = JSONLDProcessor(loader: KnownContexts.badges)
        var parsed = 0
        for _ in 0..<200 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                let start = Int.random(in: 0..<bytes.count, using: &chance)
                let end = min(bytes.count, start + Int.random(in: 0...12, using: &chance))
                let word = Array((Self.words.randomElement(using: &chance) ?? "").utf8)
                bytes.replaceSubrange(start..<(Bool.random(using: &chance) ? start : end), with: word)
            }
            guard let json = try? JSONReader.read(bytes) else { continue }
            parsed += 1
            guard let rdf = try? processor.toRDF(json) else { continue }
            _ = try? RDFC10.canonicalize(rdf.dataset)
        }
        #expect(parsed > 0)
    }
}
