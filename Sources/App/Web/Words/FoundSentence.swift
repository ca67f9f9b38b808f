import Core
import Foundation

/// A sentence of a check in the reader's language.
///
/// Core and the module that checks badges know no languages: reports are kept, and sent to programs, in English. The
/// English catalogue knows their sentences, so that the others can say the same.
struct FoundSentence: Equatable {
    let text: String
    /// No catalogue knows it.
    let isEnglish: Bool

    init(_ text: String, isEnglish: Bool) {
        self.text = text
        self.isEnglish = isEnglish
    }

    init(_ sentence: String) {
        for known in Self.known {
            guard let values = known.message.values(in: sentence) else { continue }
            self.init(Words.current.text(known.phrase, filling: values.mapValues(Self.value)), isEnglish: false)
            return
        }
        self.init(sentence, isEnglish: !sentence.isEmpty)
    }

    /// For `lang`.
    var language: String? { isEnglish ? Language.english.tag : nil }

    private static let known: [(phrase: Phrase, message: Message)] = Phrase.allCases
        .drop { $0 != .foundStopped }.prefix { $0.rawValue <= Phrase.foundNoneAtAll.rawValue }
        .compactMap { phrase in Words.in(.english).message(phrase).map { (phrase, $0) } }

    private static func value(_ text: String) -> Words.Value {
        day(text).map { .date($0) } ?? .text(FoundSentence(text).text)
    }

    /// `25 November 2026`, the way reports write days.
    private static func day(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        let months = Words.in(.english).text(.months).split(separator: "|")
        guard parts.count == 3, let day = Int(parts[0]), let month = months.firstIndex(of: parts[1]),
            let year = Int(parts[2])
        else { return nil }
        let noon = DateComponents(timeZone: Words.current.zone, year: year, month: month + 1, day: day, hour: 12)
        return Calendar(identifier: .gregorian).date(from: noon)
    }
}

extension Message {
    /// What stands in the place of the placeholders; nil when `text` is not this message.
    fileprivate func values(in text: String) -> [String: String]? {
        var values: [String: String] = [:]
        var rest = text[...]
        var open: String?
        for part in parts {
            switch part {
            case .placeholder(let name): open = name
            case .text(let words):
                guard let name = open else {
                    guard rest.hasPrefix(words) else { return nil }
                    rest = rest.dropFirst(words.count)
                    continue
                }
                guard let place = rest.range(of: words) else { return nil }
                values[name] = String(rest[..<place.lowerBound])
                rest = rest[place.upperBound...]
                open = nil
            case .number, .plural: return nil
            }
        }
        if let open { values[open] = String(rest) } else if !rest.isEmpty { return nil }
        return values.values.contains(where: \.isEmpty) ? nil : values
    }
}
