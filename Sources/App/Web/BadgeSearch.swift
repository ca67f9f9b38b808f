import Core
import Foundation

/// Finds badges by what people type.
enum BadgeSearch {
    /// Badges whose name, description or tags hold every word of `text`, in any case and with or without accents.
    static func search(_ badges: [BadgeClass], _ text: String) -> [BadgeClass] {
        let words = text.folded.split(separator: " ")
        guard !words.isEmpty else { return badges }
        return badges.filter { badge in
            let content = badge.content
            let hay = ([content.name, content.description] + content.tags).joined(separator: " ").folded
            return words.allSatisfy { hay.contains($0) }
        }
    }
}

extension String {
    /// For comparing what people type: no case, no accents, no width.
    var folded: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
