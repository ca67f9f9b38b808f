import Foundation
import Testing

@testable import App

@Suite("Catalogues")
struct CatalogueTests {
    @Test("have every phrase", arguments: Language.allCases)
    func complete(language: Language) throws {
        #expect(try catalogue(language).missing.isEmpty)
    }

    @Test(
        "have the placeholders of the English text, and the plural forms of their language",
        arguments: Language.allCases
    )
    func placeholders(language: Language) throws {
        let (source, catalogue) = (try catalogue(.english), try catalogue(language))
        for phrase in Phrase.allCases {
            let message = try #require(catalogue[phrase], "\(phrase)")
            #expect(message.placeholders == source[phrase]?.placeholders, "\(phrase)")
            for forms in message.pluralForms { #expect(forms == Set(language.pluralRule.forms), "\(phrase)") }
            let words = Words.in(language)
            for name in message.placeholders { #expect(!name.isEmpty, "\(words.language)") }
        }
    }

    @Test("name twelve months", arguments: Language.allCases)
    func months(language: Language) {
        #expect(Words.in(language).text(.months).split(separator: "|").count == 12)
    }

    @Test("translate what they hold: few texts are the same as in English", arguments: Language.allCases.dropFirst())
    func translated(language: Language) {
        let same = Phrase.allCases.filter { Words.in(language).text($0) == Words.in(.english).text($0) }
        #expect(same.count * 10 < Phrase.allCases.count, "\(same.map(\.name))")
    }

    @Test(
        "are refused with the line that is wrong",
        arguments: [
            ("home = Home\nhome", 2), ("nonsense = x", 1), ("home = a\nhome = b", 2), ("home = {a", 1),
            ("home = a}", 1), ("home = {count, plural, one {x}}", 1), ("home = {count, plural, few}", 1),
            ("home = {}", 1), ("home = {count, plural, some {x} other {y}}", 1),
        ]
    )
    func refused(text: String, line: Int) {
        let error = #expect(throws: Catalogue.Mistake.self) { try Catalogue(Array(text.utf8)) }
        #expect(error?.line == line)
    }

    /// Verifier sentences are found by their English text, so their phrases are named nowhere.
    @Test("have no phrase that nobody says")
    func said() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/App")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var words: Set<Substring> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            guard file.lastPathComponent != "Phrase.swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            words.formUnion(text.split { !$0.isLetter && !$0.isNumber })
        }
        let unsaid = Phrase.allCases.map(\.name).filter { !$0.hasPrefix("found") && !words.contains($0[...]) }
        #expect(unsaid.isEmpty)
    }

    private func catalogue(_ language: Language) throws -> Catalogue {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "../../../Sources/App/Assets/Languages/\(language.tag).txt")
        return try Catalogue(Array(try Data(contentsOf: file)))
    }
}
