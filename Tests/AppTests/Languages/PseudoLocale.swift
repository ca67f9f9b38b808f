import Foundation

@testable import App

/// English with every word of a catalogue in brackets: what stands on a page without them is not from a catalogue.
///
/// `Hello {person}` becomes `⟦Hello ⟧{person}`, so that what is filled in stays outside.
enum PseudoLocale {
    static let words: @Sendable (Language) -> Words = { _ in
        do {
            let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
            let catalogue = try Catalogue(Array(lines.map(marked).joined(separator: "\n").utf8))
            return Words(.english, catalogue, source: catalogue)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/App/Assets/Languages/en.txt")

    private static func marked(_ line: Substring) -> String {
        let parts = line.split(separator: " = ", maxSplits: 1)
        guard parts.count == 2, !line.hasPrefix("#") else { return String(line) }
        let texts = parts[0] == "months" ? parts[1].split(separator: "|") : [parts[1]]
        return "\(parts[0]) = \(texts.map { message($0) }.joined(separator: "|"))"
    }

    /// The message with its own words marked, also those in the forms of a plural.
    static func message(_ text: some StringProtocol) -> String {
        var rest = Array(text)[...]
        return literal(&rest, isInside: false)
    }

    private static func literal(_ rest: inout ArraySlice<Character>, isInside: Bool) -> String {
        var (result, words) = ("", "")
        func flush() {
            if words.contains(where: \.isLetter) { words = "⟦\(words)⟧" }
            result += words
            words = ""
        }
        while let next = rest.first, next != "}" {
            rest.removeFirst()
            switch next {
            case "{":
                flush()
                result += "{" + placeholder(&rest)
            case "#" where isInside:
                flush()
                result += "#"
            default: words.append(next)
            }
        }
        flush()
        return result
    }

    /// The rest of a placeholder: names and forms stay, what the forms say is marked.
    private static func placeholder(_ rest: inout ArraySlice<Character>) -> String {
        var result = ""
        while let next = rest.first {
            rest.removeFirst()
            result.append(next)
            if next == "}" { break }
            guard next == "{" else { continue }
            result += literal(&rest, isInside: true) + "}"
            rest = rest.dropFirst()
        }
        return result
    }
}

/// What a page says in words of no catalogue.
struct UntranslatedTexts {
    /// What badges, people and the issuer say, and names that are the same in every language.
    let data: Set<String>

    func texts(in page: String) -> [String] {
        let body = page.replacing(/<(script|style|code|pre|textarea)\b[^>]*>.*?<\/\1>/.dotMatchesNewlines(), with: "")
            .replacing(/<span class="avatar[^>]*>[^<]*<\/span>/, with: "")
        let shown = body.matches(of: />([^<]+)</).map { String($0.output.1) }
        let spoken = body.matches(
            of: /\s(?:aria-label|alt|title|placeholder|data-done|data-label|data-title|label)="([^"]+)"/
        )
        let meant = body.matches(
            of: /<meta (?:name|property)="(?:description|og:title|og:description|og:image:alt)" content="([^"]+)"/
        )
        return (shown + spoken.map { String($0.output.1) } + meant.map { String($0.output.1) })
            .map(plain).filter { text in
                !known.isKnown(text)
            }
    }

    private var known: Known { Known(data: data.sorted { $0.count > $1.count }) }

    private struct Known {
        let data: [String]

        func isKnown(_ text: String) -> Bool {
            var rest = text
            for name in data { rest = rest.replacing(name, with: " ") }
            return !rest.contains(where: \.isLetter)
        }
    }

    /// Without marked words, numbers of awards and addresses.
    private func plain(_ text: String) -> String {
        text.replacing(/⟦[^⟦⟧]*⟧/, with: " ")
            .replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
                "&quot;",
                with: "\""
            )
            .replacing("&#39;", with: "'")
            .replacing(/https?:\/\/[^\s"]+/, with: " ")
            .replacing(/[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}/, with: " ")
            .replacing(/[a-z]+@[a-z.]+/, with: " ")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
