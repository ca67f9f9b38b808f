import Foundation
import Testing

/// A badge of a did:key needs nobody's server: its key is its issuer's name.
@Suite("laurel verify") struct VerifyCommandTests {
    private let program: Program
    private let badge: String

    init() throws {
        program = try Program()
        let fixture = Program.repository.appending(path: "Tests/Fixtures/OpenBadges/did-key-badge.json")
        badge = try String(contentsOf: fixture, encoding: .utf8)
    }

    private func verify(_ text: String, _ more: String...) throws -> Program.Ending {
        let file = program.folder.appending(path: "badge 🏅.json")
        try Data(text.utf8).write(to: file)
        let (process, output, errors) = try program.start(["verify", file.path] + more)
        let said = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        return Program.Ending(
            code: process.terminationStatus,
            output: String(decoding: said, as: UTF8.self),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    @Test("ends with 0 for a badge that is valid, and says so in sentences")
    func valid() throws {
        let ending = try verify(badge)
        #expect(ending.code == 0)
        #expect(ending.output.contains("This badge is genuine and valid") && ending.output.contains("Cloud 🐍"))
    }

    @Test("ends with 1 for one that was changed, that is somebody else's, or that is none")
    func invalid() throws {
        #expect(try verify(badge.replacing("Flies.", with: "Flies high.")).code == 1)
        #expect(try verify(badge, "--recipient", "bob@laurel.example").code == 1)
        #expect(try verify(badge, "--recipient", "Priya@laurel.example").code == 0)
        for text in ["", "{}", "🏅 שלום", String(repeating: "[", count: 10_000)] {
            let ending = try verify(text)
            #expect(ending.code == 1 && !ending.output.isEmpty, "\(text.prefix(9))")
        }
    }

    @Test("ends with 2 when something that has to be known cannot be found out")
    func unchecked() throws {
        #expect(try verify(badge.replacing("eddsa-rdfc-2022", with: "rot13-2026")).code == 2)
        #expect(try program.run("verify", "https://127.0.0.1/nobody-asks-here").code == 2)
    }

    @Test("prints the whole report as JSON, with the badge as it stands")
    func json() throws {
        let ending = try verify(badge, "--json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
        #expect(report["verdict"] as? String == "valid")
        let found = try #require(report["badge"] as? [String: Any])
        #expect(found["name"] as? String == "Cloud 🐍" && found["recipient"] == nil)
        #expect((found["document"] as? String)?.contains("mailto:priya@laurel.example") == true)
        #expect((report["checks"] as? [[String: Any]])?.count == 7)
    }

    @Test("does not let a badge move the cursor of a terminal")
    func control() throws {
        let ending = try verify(badge.replacing("Contoso", with: #"Con\u001b[2Jtoso"#))
        #expect(ending.code == 1 && !ending.output.contains("\u{1B}") && ending.output.contains("Con[2Jtoso"))
    }
}
