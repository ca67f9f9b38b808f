import Contracts
import Core
import Testing

@testable import DemoIdentity

@Suite("Demo people") struct DemoIdentityTests {
    private let people = DemoIdentity(id: "demo", name: "a demo person").people

    @Test("are five, each with a subject, an address and a word of their own") func five() {
        #expect(Set(people.map(\.identity)).count == 5)
        #expect(Set(people.flatMap(\.emails)).count == 5)
        #expect(Set(people.map(\.note)).count == 5)
    }

    @Test("keep their subjects, or they would lose their badges") func subjects() {
        #expect(people.map(\.identity.subject) == ["priya", "noor", "lin", "tomas", "aiko"])
        #expect(people.allSatisfy { $0.identity.provider == "demo" })
    }

    @Test("have a designer and an administrator among them; the others' roles are left alone") func roles() {
        #expect(people.map(\.roles) == [nil, nil, nil, [.designer], [.administrator, .designer]])
    }

    @Test("come with the plugin") func plugin() throws {
        let made = try DemoIdentityPlugin.make(.init(), .test(id: "demo"))
        #expect(made.identityProviders.map(\.id) == ["demo"])
        #expect(made.identityProviders.first is any PickAPerson)
    }
}
