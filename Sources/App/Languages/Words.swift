import Foundation
import Synchronization

/// What the portal says, in the language and the time zone of whom it says it to.
///
/// The words travel with the task that answers a request (``current``), as the context of a trace does: every text of
/// a page needs them, and no view should have to hand them on. ``LanguageChoice`` sets them.
struct Words: Sendable {
    let language: Language
    var zone: TimeZone
    private let catalogue: Catalogue
    private let source: Catalogue

    /// - Parameter source: what stands where `catalogue` lacks a phrase.
    init(_ language: Language, _ catalogue: Catalogue, source: Catalogue, zone: TimeZone = .gmt) {
        self.language = language
        self.catalogue = catalogue
        self.source = source
        self.zone = zone
    }

    @TaskLocal static var current = Words.in(.english)

    /// A text without placeholders, in the reader's language.
    static subscript(_ phrase: Phrase) -> String { current.text(phrase) }

    /// A text with its placeholders filled.
    static func say(_ phrase: Phrase, _ values: KeyValuePairs<String, Value>) -> String {
        current.text(phrase, values)
    }

    /// What stands for a placeholder.
    enum Value: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case text(String)
        case count(Int)
        /// The day, as the reader writes it.
        case date(Date)

        init(stringLiteral text: String) { self = .text(text) }
        init(integerLiteral count: Int) { self = .count(count) }
    }

    /// The same with markup in the place of placeholders.
    static func html(_ phrase: Phrase, _ values: KeyValuePairs<String, HTML>) -> HTML {
        guard let message = current.message(phrase) else { return "\(phrase.name)" }
        return HTML(
            joining: message.parts.map { part in
                switch part {
                case .text(let words): "\(words)"
                case .placeholder(let name): values.first { $0.key == name }?.value ?? .empty
                case .number, .plural: .empty
                }
            }
        )
    }

    func text(_ phrase: Phrase, _ values: KeyValuePairs<String, Value> = [:]) -> String {
        text(phrase) { name in values.first { $0.key == name }?.value }
    }

    /// The same with values that were found in another text.
    func text(_ phrase: Phrase, filling values: [String: Value]) -> String { text(phrase) { values[$0] } }

    /// The message of a phrase; nil where neither language has one.
    func message(_ phrase: Phrase) -> Message? { catalogue[phrase] ?? source[phrase] }

    private func text(_ phrase: Phrase, _ value: (String) -> Value?) -> String {
        guard let message = message(phrase) else { return phrase.name }
        if let plain = message.plain { return plain }
        var text = ""
        write(message.parts, value, number: nil, to: &text)
        return text
    }

    private func write(
        _ parts: [Message.Part],
        _ value: (String) -> Value?,
        number: Int?,
        to text: inout String
    ) {
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .number: text += number.map(self.number) ?? ""
            case .placeholder(let name):
                switch value(name) {
                case .text(let words): text += words
                case .count(let count): text += self.number(count)
                case .date(let date): text += self.date(date)
                case nil: break
                }
            case .plural(let name, let forms):
                guard case .count(let count) = value(name) else { continue }
                let form = language.pluralRule.form(of: count)
                write(forms[form] ?? forms[.other] ?? [], value, number: count, to: &text)
            }
        }
    }
}

extension Words {
    /// The words of a language, in UTC; its catalogue is read when somebody first wants it.
    static func `in`(_ language: Language) -> Words {
        guard language != .english else { return english }
        return others.withLock { known in
            if let words = known[language] { return words }
            let words = Words(language, read(language), source: english.catalogue)
            known[language] = words
            return words
        }
    }

    private static let english: Words = {
        let catalogue = read(.english)
        return Words(.english, catalogue, source: catalogue)
    }()

    private static let others = Mutex<[Language: Words]>([:])

    /// The catalogues are part of the program; a test reads every one.
    private static func read(_ language: Language) -> Catalogue {
        do {
            return try Catalogue(file(language))
        } catch {
            preconditionFailure("\(language.tag).txt, line \(error.line): \(error.reason)")
        }
    }

    private static func file(_ language: Language) -> [UInt8] {
        switch language {
        case .english: PackageResources.en_txt
        case .german: PackageResources.de_txt
        case .french: FrenchSpacing.kept(PackageResources.fr_txt)
        case .spanish: PackageResources.es_txt
        case .brazilian: PackageResources.pt_BR_txt
        case .japanese: PackageResources.ja_txt
        case .arabic: PackageResources.ar_txt
        case .hebrew: PackageResources.he_txt
        }
    }
}
