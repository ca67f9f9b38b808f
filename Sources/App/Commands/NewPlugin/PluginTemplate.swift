/// The files of a new badge source, in which ``PluginName`` is still to be filled in.
///
/// What they make works as it is: it reads a file of JSON lines, and keeps the rules of the portal.
enum PluginTemplate {
    /// Paths from the top of the source tree, and texts.
    static func files(_ name: PluginName) -> [(path: String, text: String)] {
        let module = "Sources/Integrations/\(name.module)"
        let files = [
            ("\(module)/\(name.module)Source.swift", source),
            ("\(module)/\(name.module)Record.swift", record),
            ("\(module)/\(name.module)Plugin.swift", plugin),
            ("Tests/\(name.module)Tests/\(name.module)SourceTests.swift", tests),
            ("docs/integrations/\(name.type).md", page),
        ]
        return files.map { ($0, name.fill($1)) }
    }

    private static let source = """
        import Core
        import Foundation

        /// What people learned, from a file to which one JSON object a line is added, never changed.
        struct «Module»Source: CatalogueSource, ChangeFeedSource {
            let id: SourceID
            let name: String
            let file: URL

            func check() async -> SourceHealth {
                await SourceHealth { "The file has \\(try lines().count) lines." }
            }

            func catalogue(after page: PageToken?) async throws(SourceError) -> CataloguePage {
                let known = try lines().compactMap { try? «Module»Record($0) }
                let titles = Dictionary(known.map { ($0.activity, $0.title) }) { first, _ in first }
                let all = titles.map { Activity(ref: ActivityRef(source: id, id: ID($0)), kind: .event, title: $1) }
                return CataloguePage(all)
            }

            /// The cursor is how many lines were read.
            func changes(after cursor: SyncCursor?) async throws(SourceError) -> ChangePage {
                let lines = try lines()
                let start = Int(cursor?.rawValue ?? "0")
                guard let start, (0...lines.count).contains(start) else { throw .cursorExpired }
                var batch = FactBatch()
                for (index, line) in lines.enumerated().dropFirst(start) {
                    do {
                        batch.facts.append(try «Module»Record(line).fact())
                    } catch {
                        batch.problems.append(RecordProblem(record: "line \\(index + 1)", reason: "\\(error)"))
                    }
                }
                return ChangePage(batch, next: ID("\\(lines.count)"), hasMore: false)
            }

            private func lines() throws(SourceError) -> [Substring] {
                let data = FileManager.default.contents(atPath: file.path)
                guard let data else { throw .unavailable("the file \\(file.path) cannot be read.") }
                return String(decoding: data, as: UTF8.self).split(separator: "\\n")
            }
        }

        """

    private static let record = """
        import Core
        import Foundation

        /// A line: `{"id":"7","email":"ada@acme.example","activity":"first-aid","title":"First Aid","done":"2026-05-03"}`.
        struct «Module»Record: Decodable {
            struct Unclear: Error, CustomStringConvertible {
                let description: String
            }

            var id: String
            var email: String
            var activity: String
            var title: String
            /// A day, or a moment with its time zone.
            var done: String

            init(_ line: Substring) throws(Unclear) {
                do {
                    self = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
                } catch {
                    throw Unclear(description: "This is no record.")
                }
            }

            func fact() throws(Unclear) -> ProgressFact {
                guard let address = EmailAddress(email) else { throw Unclear(description: "“email” is no address.") }
                guard let date = Date(iso8601: done) else { throw Unclear(description: "“done” is no date.") }
                return ProgressFact(
                    recordID: id,
                    activity: ID(activity),
                    person: [PersonKey(address)],
                    state: .completed,
                    completedAt: date
                )
            }
        }

        """

    private static let plugin = """
        package import Core
        import Foundation

        /// Switches on ``«Module»Source``: `"type": "«type»", "config": { "file": "«type».jsonl" }`.
        package enum «Module»Plugin: Plugin {
            package static let type = "«type»"
            package static let summary = "Reads what people learned from a file of JSON lines."
            package static let schema = ConfigSchema(.required("file", .path, "The file, relative to plugins.json."))

            package struct Configuration: Decodable { var file: String }

            package static func make(
                _ configuration: Configuration,
                _ context: PluginContext
            ) throws(ConfigProblem) -> Contributions {
                let file = URL(filePath: configuration.file, relativeTo: context.directory)
                return Contributions(sources: [«Module»Source(id: ID(context.id), name: "«Title»", file: file)])
            }
        }

        """

    private static let tests = ##"""
        import Contracts
        import Core
        import Foundation
        import Testing

        @testable import «Module»

        @Suite("«Title»") struct «Module»SourceTests {
            @Test("does what the portal relies on, and stops at no line") func contract() async throws {
                let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).jsonl")
                let person = #""id":"7","email":"Ada@Acme.example""#
                let line = #"{\#(person),"activity":"first-aid","title":"First Aid 🏅","done":"2026-05-03"}"#
                try Data("\(line)\nnonsense\n".utf8).write(to: file)
                let source = «Module»Source(id: "«type»", name: "«Title»", file: file)
                try await checkBadgeSource(source)
                #expect(try await source.changes(after: nil).batch.problems.map(\.record) == ["line 2"])
                try FileManager.default.removeItem(at: file)
                await #expect(throws: SourceError.self) { try await source.changes(after: nil) }
            }
        }

        """##

    private static let page = """
        # «Title»

        The type `«type»` reads a file of JSON lines.

        ## What is assumed

        What the system documents, what was tried with it, and what is only believed.

        ## Rights

        What the portal's account may do there: as little as possible, and only read.

        ## Taking it away

        Set `enabled` to `false` or remove the entry, then start again. Awards stay, and so does what is known of progress; it
        gets no newer. If it comes back under the same `id`, it goes on where it stopped.

        ## Before it is used

        - [ ] `laurel plugins conformance «type»` breaks no rule with the real system.
        - [ ] A wrong key, no network, an empty answer, HTML instead of JSON: each has a sentence in `laurel sync «type»`.
        - [ ] Names with 🐍, from right to left and of 10 kB arrive as they are.
        - [ ] Keys are secrets in `config`, never strings, and are in no log.
        - [ ] Completed is what the system calls completed, with its date and its time zone.

        """
}
