import ArgumentParser
import Foundation

extension PluginsCommand {
    struct New: PortalCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a new badge source into the source tree of Laurel: a module, its test and its page.",
            discussion: "To be run at the top of the source tree. Nothing that is there already is written over."
        )

        @Argument(help: "Its name as a module in Swift, such as SafetyTraining.")
        var name: String

        func work() async throws {
            guard let name = PluginName(name) else {
                throw CommandFailure("“\(name)” is no name of a module. Try one like SafetyTraining.")
            }
            let tree = SourceTree(top: URL.currentDirectory())
            try tree.add(name)
            Console.say(
                """
                Sources/Integrations/\(name.module) reads a file of JSON lines, and is among the integrations.
                Make it read your system, then:

                    swift test --filter \(name.module)Tests
                    laurel plugins schema \(name.type)
                    laurel plugins conformance ID    (with its entry in plugins.json)

                docs/adding-a-badge-source.md says what the portal expects, docs/integrations/\(name.type).md is to be filled in.
                """
            )
        }
    }
}
