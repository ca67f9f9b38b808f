import Foundation
import Testing

@testable import App

@Suite("laurel plugins")
struct PluginsCommandTests {
    private static let plugins = #"""
        {"version": 1, "plugins": [
          {"id": "workshops", "type": "csv", "config": {"file": "workshops.csv", "name": "Workshops 🐍"}}
        ]}
        """#

    private static func program(_ table: String) throws -> Program {
        let program = try Program(plugins: plugins)
        try Data(table.utf8).write(to: program.folder.appending(path: "workshops.csv"))
        return program
    }

    @Test("conformance says of every rule whether the source keeps it")
    func conformance() throws {
        let table = "email,activity,title,percent,completed_at\n"
        let program = try Self.program(table + "a@b.example,k,Knots 🪢,100,2026-10-10\n")
        let well = try program.run("plugins", "conformance", "workshops", "--email", "a@b.example")
        #expect(well.code == 0 && well.output.contains("  yes It has an id and a name.\n"))
        #expect(well.output.contains(", 0 broken, ") && !well.output.contains("  NO "))
        #expect(try program.run("plugins", "conformance", "workshops", "--email", "nobody").code == 1)
        let unknown = try program.run("plugins", "conformance", "none")
        #expect(unknown.code == 1 && unknown.errors.contains("Known: workshops."))
        let empty = try Self.program(table)
        let broken = try empty.run("plugins", "conformance", "workshops")
        #expect(broken.code == 1 && broken.output.contains("  NO  The catalogue can be read and holds an activity.\n"))
        #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "data").path))
    }

    // MARK: A new source

    private static let list = "Package.swift"
    private static let registry = "Sources/App/Composition/PluginRegistry.swift"

    /// As much of this source tree as a new integration needs.
    private static func tree() throws -> Program {
        let program = try Program()
        for path in [list, registry] {
            let copy = program.folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: copy.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: Program.repository.appending(path: path), to: copy)
        }
        return program
    }

    @Test("new writes a source that compiles, with its test, its page and its places in the lists")
    func new() throws {
        let program = try Self.tree()
        func text(_ path: String) throws -> String {
            try String(contentsOf: program.folder.appending(path: path), encoding: .utf8)
        }
        let ending = try program.run("plugins", "new", "SafetyTraining2B")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(try text(Self.list).contains("    \"SafetyTraining2B\": [],\n    \"ShareTargets\": [],\n"))
        #expect(try text(Self.registry).contains("import SMTP\nimport SafetyTraining2B\nimport ShareTargets\n"))
        #expect(try text(Self.registry).contains("    SMTPPlugin.self,\n    SafetyTraining2BPlugin.self,\n"))
        let module = "Sources/Integrations/SafetyTraining2B"
        let sources = ["Plugin", "Record", "Source"].map { "\(module)/SafetyTraining2B\($0).swift" }
        #expect(try Self.compile(sources, in: program) == "")
        #expect(try text("Tests/SafetyTraining2BTests/SafetyTraining2BSourceTests.swift").contains("checkBadgeSource"))
        #expect(try text("docs/integrations/safety-training2-b.md").hasPrefix("# Safety training2 B\n"))
        let again = try program.run("plugins", "new", "SafetyTraining2B")
        #expect(again.code == 1 && again.errors.contains("is there already"))
    }

    @Test("new writes what the guide for developers shows")
    func guide() throws {
        let page = Program.repository.appending(path: "docs/adding-a-badge-source.md")
        let guide = try String(contentsOf: page, encoding: .utf8)
        let name = try #require(PluginName("Workshops"))
        for (path, text) in PluginTemplate.files(name) where path.hasSuffix(".swift") {
            #expect(guide.contains("```swift\n\(text)```\n"), "\(path)")
        }
    }

    @Test("new refuses what is no name, and what is no source tree, and writes nothing")
    func refused() throws {
        let program = try Self.tree()
        let before = try FileManager.default.subpathsOfDirectory(atPath: program.folder.path)
        for name in ["", "workshops", "Ünter", "../Evil", "A", String(repeating: "A", count: 10_240), "Yammer"] {
            #expect(try program.run("plugins", "new", name).code == 1, "\(name.prefix(20))")
        }
        let after = try FileManager.default.subpathsOfDirectory(atPath: program.folder.path)
        #expect(Set(before) == Set(after.filter { !$0.hasPrefix("errors-") }))
        let elsewhere = try Program().run("plugins", "new", "Workshops")
        #expect(elsewhere.code == 1 && elsewhere.errors.contains("not the source tree of Laurel"))
    }

    /// - Returns: what the compiler says.
    private static func compile(_ sources: [String], in program: Program) throws -> String {
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        let modules = Program.executable.deletingLastPathComponent().appending(path: "Modules").path
        let features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
            .flatMap { ["-enable-upcoming-feature", $0] }
        // The compiler calls the package as its folder is called.
        let package = Program.repository.lastPathComponent.lowercased()
        let options = ["-typecheck", "-warnings-as-errors", "-swift-version", "6", "-package-name", package]
        compiler.arguments = ["swiftc"] + options + ["-I", modules] + features + sources
        compiler.currentDirectoryURL = program.folder
        let output = Pipe()
        compiler.standardError = output
        try compiler.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        compiler.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }
}
