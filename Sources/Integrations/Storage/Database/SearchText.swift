import Core
import Foundation

/// Text in the form in which it is searched and sorted: composed, in lower case.
///
/// Made here and kept in columns of its own, because SQLite's `lower()` knows ASCII only.
enum SearchText {
    /// Of a longer text, the beginning: an entry of an index in PostgreSQL holds about 2,700 bytes.
    private static let scalarLimit = 500

    static func folded(_ text: String) -> String {
        let whole = text.precomposedStringWithCompatibilityMapping.lowercased()
        guard whole.utf8.count > scalarLimit else { return whole }
        return String(String.UnicodeScalarView(whole.unicodeScalars.prefix(scalarLimit)))
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
