/// All texts of one language.
struct Catalogue: Sendable {
    /// By the number of the phrase; nil where the language lacks one.
    private let messages: [Message?]

    /// Lines of `phrase = text`; `#` begins a comment.
    ///
    /// - Throws: ``Mistake`` for anything else, and for phrases that nobody asks for.
    init(_ file: [UInt8]) throws(Mistake) {
        var found = [Message?](repeating: nil, count: Phrase.allCases.count)
        let lines = String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let parts = line.split(separator: " = ", maxSplits: 1)
            guard parts.count == 2 else { throw Mistake(line: index + 1, reason: "no “ = ”") }
            guard let phrase = Phrase.named[String(parts[0])] else {
                throw Mistake(line: index + 1, reason: "there is no phrase “\(parts[0])”")
            }
            guard found[phrase.rawValue] == nil else { throw Mistake(line: index + 1, reason: "it is there twice") }
            found[phrase.rawValue] = try Self.message(parts[1], line: index + 1)
        }
        messages = found
    }

    struct Mistake: Error, Equatable {
        let line: Int
        let reason: String
    }

    private static func message(_ text: Substring, line: Int) throws(Mistake) -> Message {
        do {
            return try Message(text)
        } catch {
            throw Mistake(line: line, reason: error.reason)
        }
    }

    subscript(_ phrase: Phrase) -> Message? { messages[phrase.rawValue] }

    var missing: [Phrase] { Phrase.allCases.filter { messages[$0.rawValue] == nil } }
}
