/// French sets a space before its high marks and inside its quotation marks; no line may break there.
enum FrenchSpacing {
    private static let marks: Set<UInt8> = Set("?!;:".utf8)
    private static let opening = Array("« ".utf8)
    private static let closing = Array(" »".utf8)
    private static let unbreakable = Array("\u{00A0}".utf8)

    /// The file as its translators write it, with plain spaces, becomes one that browsers do not break in wrong places.
    static func kept(_ file: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(file.count + file.count / 64)
        for (index, byte) in file.enumerated() {
            let isKept =
                byte == UInt8(ascii: " ")
                && (index + 1 < file.count && marks.contains(file[index + 1]) || file[index...].starts(with: closing)
                    || file[..<(index + 1)].suffix(opening.count).elementsEqual(opening))
            if isKept { kept += unbreakable } else { kept.append(byte) }
        }
        return kept
    }
}
