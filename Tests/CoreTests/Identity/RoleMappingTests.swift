import Core
import Foundation
import Testing

@Suite("A mapping of roles")
struct RoleMappingTests {
    private static let mapping = RoleMapping(
        [.designer: ["makers", "cn=badges,dc=acme"], .administrator: ["🏅"]],
        attributes: [RoleMapping.AttributeRule(name: "department", value: "IT", role: .administrator)]
    )

    @Test("gives the roles of all groups that somebody is in, compared byte for byte")
    func groups() {
        #expect(Self.mapping.roles(of: ["makers", "x"]) == [.designer])
        #expect(Self.mapping.roles(of: ["cn=badges,dc=acme", "🏅"]) == [.designer, .administrator])
        for group in ["Makers", "makers ", "makers\u{301}", "", "🏅\u{FE0F}", String(repeating: "m", count: 10_000)] {
            #expect(Self.mapping.roles(of: [group]) == [])
        }
    }

    @Test("says nothing when the groups are not known, unless no group matters")
    func unknown() {
        #expect(Self.mapping.roles(of: [String]?.none) { _ in ["IT"] } == nil)
        let attributes = RoleMapping(attributes: Self.mapping.attributes)
        #expect(attributes.roles(of: [String]?.none) { _ in ["IT"] } == [.administrator])
    }

    @Test("gives roles by attributes")
    func attributes() {
        #expect(Self.mapping.roles(of: [String]()) { $0 == "department" ? ["HR", "IT"] : [] } == [.administrator])
        #expect(Self.mapping.roles(of: [String]()) { $0 == "Department" ? ["IT"] : [] } == [])
    }

    @Test("that was deleted takes back what it gave")
    func deleted() { #expect(RoleMapping().roles(of: ["makers"]) == []) }

    @Test("is read from plugins.json")
    func read() throws {
        let text = """
            {"designer": ["makers", "cn=badges,dc=acme"], "administrator": ["🏅"],
             "attributes": [{"name": "department", "value": "IT", "role": "administrator"}]}
            """
        #expect(try JSONDecoder().decode(RoleMapping.self, from: Data(text.utf8)) == Self.mapping)
        let empty = try JSONDecoder().decode(RoleMapping.self, from: Data("{}".utf8))
        #expect(!empty.needsGroups && empty.roles(of: ["makers"]) == [])
    }
}
