import Core
import Foundation
import LinkedData
import Testing

@testable import OpenBadges

@Suite("Schemas that badges name")
struct JSONSchemaTests {
    private func objections(_ schema: String, _ value: String) throws -> [String] {
        var schema = JSONSchema(try JSONReader.read(Array(schema.utf8)))
        return try schema.objections(to: try JSONReader.read(Array(value.utf8)))
    }

    @Test(
        "accept and refuse by each word that they know",
        arguments: [
            (#"{"type":["string","null"]}"#, "null", "5"), (#"{"type":"integer"}"#, "5.0", "5.5"),
            (#"{"enum":["a","🏅"]}"#, #""🏅""#, #""b""#), (#"{"const":{"a":1}}"#, #"{"a":1}"#, "{}"),
            (#"{"required":["a"]}"#, #"{"a":null}"#, #"{"b":1}"#), (#"{"minItems":1,"maxItems":2}"#, "[1]", "[1,2,3]"),
            (#"{"uniqueItems":true}"#, "[1,2]", "[1,1]"), (#"{"minLength":1,"maxLength":2}"#, #""🏅🏅""#, #""""#),
            (#"{"minimum":1,"exclusiveMaximum":3}"#, "1", "3"), (#"{"maxProperties":1}"#, "{}", #"{"a":1,"b":1}"#),
            (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":"x","b":5}"#, #"{"a":5}"#),
            (#"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":5}"#, #"{"b":5}"#),
            (#"{"propertyNames":{"maxLength":1}}"#, #"{"a":1}"#, #"{"שלום":1}"#),
            (#"{"items":{"type":"number"}}"#, "[1,2]", #"[1,"2"]"#),
            (#"{"items":[{"const":1}],"additionalItems":{"const":2}}"#, "[1,2,2]", "[1,2,3]"),
            (#"{"contains":{"const":1},"maxContains":1}"#, "[2,1]", "[1,1]"),
            (#"{"contains":{"const":1}}"#, "[1]", "[]"),
            (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "2", "3"),
            (#"{"anyOf":[{"const":1},{"const":2}]}"#, "2", "3"),
            (#"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, "1", "2"), (#"{"not":{"const":1}}"#, "2", "1"),
            (#"{"if":{"const":1},"then":false,"else":{"const":2}}"#, "2", "1"),
            (##"{"$ref":"#/$defs/a~1b","$defs":{"a/b":{"const":1}}}"##, "1", "2"),
            (#"{"pattern":"^[a-z]{2}(-[A-Z]{2})?$"}"#, #""de-CH""#, #""Deutsch""#),
        ]
    )
    func words(schema: String, good: String, bad: String) throws {
        #expect(try objections(schema, good).isEmpty)
        #expect(try !objections(schema, bad).isEmpty)
    }

    @Test("say which word they do not know, and run no stranger's expressions")
    func unknown() {
        for (schema, word) in [
            (#"{"dependentRequired":{}}"#, "dependentRequired"), (#"{"$ref":"https://x.example/s"}"#, "$ref elsewhere"),
            (#"{"pattern":"(a+)+$"}"#, "pattern (a+)+$"), (##"{"$ref":"#/nowhere"}"##, "$ref #/nowhere"),
        ] {
            #expect(throws: JSONSchema.Problem.unknownWord(word)) { try objections(schema, #""aaaaaaaaaaaaaaaa!""#) }
        }
    }

    @Test(
        "that go round in circles, or grow without end, are given up",
        arguments: [
            ##"{"$ref":"#"}"##, ##"{"allOf":[{"$ref":"#"},{"$ref":"#"}]}"##,
            ##"{"anyOf":[{"items":{"$ref":"#"}},{"not":{"$ref":"#"}}]}"##,
        ]
    )
    func circles(schema: String) {
        #expect(throws: JSONSchema.Problem.tooMuch) { try objections(schema, "[[[[[[1]]]]]]") }
    }

    @Test("of 1EdTech are understood as they are published, and fit a badge")
    func official() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../Fixtures/OpenBadges").standardizedFileURL
        for name in [
            "ob_v3p0_achievementcredential_schema.json", "ob_v3p0_achievementcredential_schema.strict-2024.json",
        ] {
            let schema = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let badge = Sample.credential(claims: "")
            #expect(try objections(schema, badge) == [])
            #expect(try !objections(schema, badge.replacing(#""description":"Flies.","#, with: "")).isEmpty)
            #expect(try !objections(schema, badge.replacing("AchievementSubject", with: "Subject")).isEmpty)
        }
    }

    // MARK: In badges

    private let sample = Sample()
    private static let address = "https://badgr.example/schema"

    private func examine(_ kind: String = "1EdTechJsonSchemaValidator2019", at address: String = address) async throws
        -> BadgeReport
    {
        sample.serveV3()
        let more = #","credentialSchema":[{"id":"\#(address)","type":"\#(kind)"}]"#
        let token = try Sample.key.token(Sample.credential(more), header: Sample.header)
        return await sample.verify(token)
    }

    @Test("are fetched, and a badge must fit them")
    func fetched() async throws {
        sample.servers.serve(Self.address, #"{"required":["id"],"properties":{"iss":false}}"#)
        let good = try await examine()
        #expect(good.verdict == .valid && good[.form]?.detail.contains("It fits \(Self.address).") == true)
        sample.servers.serve(Self.address, #"{"required":["salary"]}"#)
        #expect(try await examine().verdict == .malformed)
    }

    @Test("that cannot be had leave a badge unchecked")
    func missing() async throws {
        #expect(try await examine().verdict == .unchecked)
        sample.servers.serve(Self.address, "[]")
        #expect(try await examine().verdict == .unchecked)
    }

    @Test("that are not understood are said to be not checked; the standard's own are built in")
    func notChecked() async throws {
        sample.servers.serve(Self.address, #"{"dependentRequired":{}}"#)
        for report in [try await examine(), try await examine("Mystery")] {
            #expect(report.verdict == .valid && report[.form]?.detail.contains("not checked, because") == true)
        }
        let own = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
        #expect(try await examine(at: own).verdict == .valid)
    }
}
