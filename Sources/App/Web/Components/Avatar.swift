/// A person's initials in a circle; decoration next to the name.
struct Avatar: Component {
    let name: String
    var isLarge = false

    var html: HTML {
        let size: HTML = isLarge ? " avatar-large" : ""
        return "<span class=\"avatar\(size)\" aria-hidden=\"true\">\(Self.initials(of: name))</span>"
    }

    /// The first letters of the first and the last word, or of the only one.
    static func initials(of name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace)
        let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
        return letters.isEmpty ? "?" : String(letters).uppercased()
    }
}
