/// A language that the portal speaks.
enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case brazilian = "pt-BR"
    case japanese = "ja"
    case arabic = "ar"
    case hebrew = "he"

    /// As in BCP 47, for `lang`.
    var tag: String { rawValue }

    /// As its speakers call it.
    var name: String {
        switch self {
        case .english: "English"
        case .german: "Deutsch"
        case .french: "Français"
        case .spanish: "Español"
        case .brazilian: "Português (Brasil)"
        case .japanese: "日本語"
        case .arabic: "العربية"
        case .hebrew: "עברית"
        }
    }

    var isRightToLeft: Bool { self == .arabic || self == .hebrew }

    var pluralRule: PluralRule {
        switch self {
        case .english, .german: .one
        case .french, .brazilian: .zeroAndOne
        case .spanish: .oneAndMillions
        case .japanese: .none
        case .arabic: .arabic
        case .hebrew: .oneAndTwo
        }
    }

    /// The language of a tag, or the one that comes closest: `de-AT` is German, `pt` is Brazilian.
    ///
    /// RFC 4647 §3.4 (lookup): parts are dropped from the end.
    init?(closestTo tag: some StringProtocol) {
        var parts = tag.lowercased().split(separator: "-").prefix(8)
        while !parts.isEmpty {
            let shortened = parts.joined(separator: "-")
            if let exact = Self.allCases.first(where: { $0.rawValue.lowercased() == shortened }) {
                self = exact
                return
            }
            if parts.count == 1,
                let kin = Self.allCases.first(where: { $0.rawValue.lowercased().hasPrefix(shortened + "-") })
            {
                self = kin
                return
            }
            if shortened == "iw" {  // The code of Hebrew until 1989; some browsers still send it.
                self = .hebrew
                return
            }
            parts.removeLast()
        }
        return nil
    }

    /// The first of the reader's languages that the portal speaks (RFC 9110 §12.5.4); nil when it speaks none.
    init?(accepting header: String) {
        let wishes = header.split(separator: ",").prefix(50).enumerated().compactMap { place, part -> Wish? in
            let pieces = part.split(separator: ";")
            guard let tag = pieces.first?.trimmingPrefix(while: { $0 == " " }), !tag.isEmpty else { return nil }
            let weight = pieces.dropFirst().first.flatMap { piece -> Double? in
                let text = piece.filter { $0 != " " }
                return text.hasPrefix("q=") ? Double(text.dropFirst(2)) : nil
            }
            return Wish(tag: tag.filter { $0 != " " }, weight: weight ?? 1, place: place)
        }
        let sorted = wishes.filter { $0.weight > 0 && $0.weight <= 1 }
            .sorted { ($0.weight, $1.place) > ($1.weight, $0.place) }
        for wish in sorted {
            guard let language = Language(closestTo: wish.tag) else { continue }
            self = language
            return
        }
        return nil
    }

    private struct Wish {
        var tag: String
        var weight: Double
        var place: Int
    }
}
