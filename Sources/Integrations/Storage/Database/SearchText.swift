import Core
import Foundation

/// Text in the form in which it is searched and sorted: composed, in lower case.
///
/// Made here and kept in columns of its own, because SQLite's `lower()` knows ASCII only.
enum SearchText {
    static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased()
    }

    /// A pattern for `LIKE … ESCAPE '\'` that finds `text` anywhere; nil when nothing stored is that long.
    static func pattern(containing text: String) -> String? {
        guard text.utf8.count <= 8_192 else { return nil }
        var pattern = "%"
        for scalar in folded(text.trimmed).unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
            pattern.unicodeScalars.append(scalar)
        }
        return pattern + "%"
    }
}
