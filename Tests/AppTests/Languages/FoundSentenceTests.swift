import Foundation
import Testing

@testable import App

@Suite("Sentences of checks")
struct FoundSentenceTests {
    private static func read(_ sentence: String, in language: Language) -> FoundSentence {
        Words.$current.withValue(Words.in(language)) { FoundSentence(sentence) }
    }

    @Test(
        "are said in the reader's language",
        arguments: [
            ("Nobody signed it.", "Niemand hat ihn signiert."),
            (
                "It says “Acme 🏅 שלום” issued it, but nothing proves that.",
                "Er nennt „Acme 🏅 שלום“ als Aussteller, aber nichts belegt das."
            ),
            ("It ran out on 3 May 2026.", "Er ist am 3. Mai 2026 abgelaufen."),
            ("It no longer holds. Nobody signed it.", "Er gilt nicht mehr. Niemand hat ihn signiert."),
            ("Acme took it back: by mistake. Sorry", "Acme hat ihn zurückgenommen: by mistake. Sorry"),
        ]
    )
    func german(sentence: String, said: String) {
        #expect(Self.read(sentence, in: .german) == FoundSentence(said, isEnglish: false))
    }

    @Test("stay English, and say so, when no catalogue knows them", arguments: ["Nobody 🐍 it.", "signed", "It says “"])
    func unknown(sentence: String) {
        let found = Self.read(sentence, in: .japanese)
        #expect(found.text == sentence && found.language == "en")
    }

    @Test("are quickly given up when they are long")
    func long() {
        let sentence = String(repeating: "It says “", count: 1_000)
        #expect(Self.read(sentence, in: .arabic).isEnglish)
        #expect(Self.read("", in: .arabic) == FoundSentence("", isEnglish: false))
    }

    /// Questions whose answers only programs are given.
    private static let unshown: Set<Substring> = ["recipient", "endorsements"]

    @Test("have a phrase, each that the module adds to a report")
    func complete() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Integrations/OpenBadges/Verification")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var sentences: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            // `add(.question, .outcome, "sentence"` or `sentence: "sentence"`, perhaps one of two.
            let added =
                #/
                (?:add\(\s*\.(\w+),\s*[^,"]*,\s*|sentence:\s*)(?:[\w.\s]+(?:==\s*nil)?\s*\?\s*)?
                "((?:[^"\\\n]|\\\((?:[^()]|\([^)]*\))*\))*)"
                (?:\s*:\s*"((?:[^"\\\n]|\\\((?:[^()]|\([^)]*\))*\))*)")?
                /#
            for match in source.matches(of: added) where !Self.unshown.contains(match.output.1 ?? "") {
                sentences.insert(String(match.output.2))
                if let other = match.output.3 { sentences.insert(String(other)) }
            }
        }
        #expect(sentences.count > 30)
        let unknown = sentences.filter { sentence in
            ["x", ".", ": x"].allSatisfy { value in
                let filled = sentence.replacing(#/\\\((?:[^()]|\([^)]*\))*\)/#, with: value)
                return Self.read(filled, in: .german).isEnglish
            }
        }
        #expect(unknown.isEmpty, "\(unknown.sorted().joined(separator: "\n"))")
    }
}
